// How many runs a namespace has.
MATCH (node:Run {namespace: this.name})
// include namespaces/listed_runs
RETURN count(node) AS node
