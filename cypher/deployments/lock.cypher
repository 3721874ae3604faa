// Locks a deployment until the transaction ends: its ref, its revision, and what serves there.
MATCH (deployment:Entity {id: $id})
SET deployment.lock = true
WITH deployment
CALL (deployment) {
  MATCH (version:ModelVersion)-[edge:DEPLOYED_AS]->(deployment)
  WHERE edge.until IS NULL
  RETURN collect({version: version.id, weight: edge.weight}) AS serving
}
RETURN {
  ref: deployment.ref, revision: deployment.revision, serving: serving
} AS answer
