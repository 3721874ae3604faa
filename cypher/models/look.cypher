// The model that a ref means, locked until the end: its ref, its revision (0: there is none), whether it and its namespace are archived, and a version with this digest.
OPTIONAL MATCH (named:Model {ref: $model})
OPTIONAL MATCH (:FormerRef {ref: $model})-[:IS_NOW]->(renamed:Model)
WITH coalesce(named, renamed) AS model
SET model.lock = true
WITH coalesce(model.ref, $model) AS ref, coalesce(model.namespace, $namespace) AS namespace,
  coalesce(model.revision, 0) AS revision, model.archivedAt IS NOT NULL AS archived
OPTIONAL MATCH (same:ModelVersion {digest: $digest})
WHERE same.modelRef = ref
WITH ref, namespace, revision, archived, same ORDER BY same.number
WITH ref, namespace, revision, archived, collect(same {.id, .ref}) AS same
RETURN {
  namespaceArchived: head(COLLECT {
    MATCH (of:Namespace {name: namespace}) RETURN of.archivedAt IS NOT NULL
  }),
  ref: ref,
  revision: revision,
  archived: archived,
  same: same[0]
} AS answer
