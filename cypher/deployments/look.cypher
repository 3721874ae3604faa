// Whether this namespace is archived (null: there is none), and the ids of the deployment and the application of this name.
RETURN {
  namespaceArchived: head(COLLECT {
    MATCH (namespace:Namespace {name: $namespace}) RETURN namespace.archivedAt IS NOT NULL
  }),
  deployment: head(COLLECT { MATCH (node:Deployment {ref: $ref}) RETURN node.id }),
  application: head(COLLECT { MATCH (node:Application {ref: $ref}) RETURN node.id })
} AS answer
