// Whether there is this namespace, and the ids of the deployment and the application of this name.
RETURN {
  namespace: EXISTS { MATCH (:Namespace {name: $namespace}) },
  deployment: head(COLLECT { MATCH (node:Deployment {ref: $ref}) RETURN node.id }),
  application: head(COLLECT { MATCH (node:Application {ref: $ref}) RETURN node.id })
} AS answer
