// What there is of the models that these refs mean, locked until the end: ref and former refs, revision (0: there is none), whether it and its namespace are archived, the last number, a version with this digest.
CALL () {
  // In one order, so that two who lock the same models do not wait for each other.
  UNWIND $models AS asked
  WITH DISTINCT asked.ref AS ref ORDER BY ref
  OPTIONAL MATCH (named:Model {ref: ref})
  OPTIONAL MATCH (:FormerRef {ref: ref})-[:IS_NOW]->(renamed:Model)
  WITH coalesce(named, renamed) AS model WHERE model IS NOT NULL
  WITH DISTINCT model ORDER BY model.id
  SET model.lock = true
  RETURN count(*) AS locked
}
UNWIND range(0, size($models) - 1) AS position
WITH position, $models[position] AS asked
// It may have been renamed until it was locked.
OPTIONAL MATCH (named:Model {ref: asked.ref})
OPTIONAL MATCH (:FormerRef {ref: asked.ref})-[:IS_NOW]->(renamed:Model)
WITH position, asked, coalesce(named, renamed) AS model
CALL (asked, model) {
  OPTIONAL MATCH (same:ModelVersion {digest: asked.digest})
  WHERE same.modelRef = model.ref
  WITH same ORDER BY same.number
  RETURN collect(same {.id, .ref})[0] AS same
}
WITH position, {
  namespaceArchived: head(COLLECT {
    MATCH (namespace:Namespace {name: coalesce(model.namespace, asked.namespace)})
    RETURN namespace.archivedAt IS NOT NULL
  }),
  id: model.id,
  ref: coalesce(model.ref, asked.ref),
  former: COLLECT { MATCH (former:FormerRef)-[:IS_NOW]->(model) RETURN former.ref },
  revision: coalesce(model.revision, 0),
  archived: model.archivedAt IS NOT NULL,
  last: coalesce(model.versionCount, 0),
  same: same
} AS there ORDER BY position
RETURN collect(there) AS answer
