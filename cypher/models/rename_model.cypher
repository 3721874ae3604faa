// Gives a locked model and its versions another ref; what they were called means them all the same.
MATCH (changed:Entity {id: $id})
// include change/revise
WITH changed AS model, now
CALL (model) {
  // It may be called again what it was called before.
  MATCH (own:FormerRef {ref: $ref})-[:IS_NOW]->(model)
  DETACH DELETE own
}
CREATE (former:FormerRef {ref: model.ref, until: now, by: $actor})-[:IS_NOW]->(model)
SET former.reason = $reason
SET model.calledBefore = COLLECT {
  MATCH (called:FormerRef)-[:IS_NOW]->(model)
  RETURN called.ref ORDER BY called.until DESC, called.ref
}
SET model.ref = $ref, model.name = $name, model.namespace = $namespace
WITH model
CALL (model) {
  MATCH (model)-[edge:IN_NAMESPACE]->()
  DELETE edge
}
CALL (model) {
  MATCH (namespace:Namespace {name: $namespace})
  CREATE (model)-[:IN_NAMESPACE]->(namespace)
}
CALL (model) {
  MATCH (model)-[:HAS_VERSION]->(version)
  SET version.ref = $ref + ':' + toString(version.number),
    version.modelRef = $ref, version.namespace = $namespace
  WITH version AS node
  // include search/words
}
WITH model AS node
// include search/words
RETURN node.id AS answer
