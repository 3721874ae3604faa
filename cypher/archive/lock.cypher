// Locks a record until the transaction ends: its revision, whether it is archived, a stay that goes on.
MATCH (node:Entity {id: $id})
SET node.lock = true
WITH node
OPTIONAL CALL (node) {
  WITH node WHERE node:ModelVersion
  MATCH (node)-[edge:DEPLOYED_AS]->(place:Deployment)
  WHERE edge.until IS NULL
  RETURN node AS version, place
UNION
  WITH node WHERE node:Deployment
  MATCH (version:ModelVersion)-[edge:DEPLOYED_AS]->(node)
  WHERE edge.until IS NULL
  RETURN version, node AS place
UNION
  WITH node WHERE node:Model
  MATCH (node)-[:HAS_VERSION]->(version)-[edge:DEPLOYED_AS]->(place:Deployment)
  WHERE edge.until IS NULL
  RETURN version, place
UNION
  WITH node WHERE node:Namespace
  MATCH (model:Model {namespace: node.name})-[:HAS_VERSION]->(version)
  MATCH (version)-[edge:DEPLOYED_AS]->(place:Deployment)
  WHERE edge.until IS NULL
  RETURN version, place
UNION
  WITH node WHERE node:Namespace
  MATCH (place:Deployment {namespace: node.name})<-[edge:DEPLOYED_AS]-(version:ModelVersion)
  WHERE edge.until IS NULL
  RETURN version, place
}
WITH node, version, place ORDER BY version.ref, place.ref
WITH node, collect(CASE WHEN place IS NOT NULL THEN {version: version.ref, deployment: place.ref} END) AS serving
RETURN {
  revision: node.revision, archived: node.archivedAt IS NOT NULL, serving: serving[0]
} AS answer
