// The tabs that somebody finds who opens GraphiQL for the first time.
export const tabs = [
  {
    query: `# Ctrl-Enter runs the query. The book on
# the left explains every type and field.
query Models {
  models(first: 5) {
    nodes {
      id
      name
      description
    }
  }
}
`,
  },
  {
    query: `# What was this version made from?
query MadeFrom($ref: String!) {
  lineage(of: [$ref], direction: UPSTREAM) {
    complete
    nodes {
      distance
      node {
        id
      }
    }
  }
}
`,
    variables: `{"ref": "risk/credit-scorer@champion"}`,
  },
];
