// Locks deployments until the transaction ends: their refs and revisions, what serves there and should.
// In one order, so that two who lock the same deployments do not wait for each other.
UNWIND $ids AS id
WITH DISTINCT id ORDER BY id
MATCH (deployment:Entity {id: id})
SET deployment.lock = true
WITH deployment
CALL (deployment) {
  MATCH (version:ModelVersion)-[edge:DEPLOYED_AS]->(deployment)
  WHERE edge.until IS NULL
  RETURN collect({version: version.id, weight: edge.weight}) AS serving
}
CALL (deployment) {
  MATCH (version:ModelVersion)-[edge:INTENDED]->(deployment)
  WHERE edge.until IS NULL
  RETURN collect({version: version.id, weight: edge.weight}) AS intended
}
RETURN collect({
  id: deployment.id, ref: deployment.ref, revision: deployment.revision, serving: serving,
  intended: CASE WHEN deployment.intendedAt IS NULL THEN null ELSE intended END,
  facts: deployment {.name, .environment, .kind, .platform, .endpoint, .image}
}) AS answer
