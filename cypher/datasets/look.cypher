// What there is of these dataset versions: whether the namespace is archived (null: there is none), the dataset, and the versions of that label or digest.
CALL () {
  // In one order, so that two who lock the same datasets do not wait for each other.
  UNWIND $versions AS asked
  WITH DISTINCT asked.dataset AS ref ORDER BY ref
  MATCH (dataset:Dataset {ref: ref})
  SET dataset.lock = true
  RETURN count(*) AS locked
}
UNWIND range(0, size($versions) - 1) AS position
WITH position, $versions[position] AS asked
CALL (asked) {
  OPTIONAL MATCH (labelled:DatasetVersion {ref: asked.ref})
  RETURN labelled {.id, .ref, .digest} AS labelled
}
CALL (asked) {
  OPTIONAL MATCH (same:DatasetVersion {digest: asked.digest})
  WHERE same.datasetRef = asked.dataset
  RETURN head(collect(same {.id, .ref, .digest})) AS same
}
OPTIONAL MATCH (dataset:Dataset {ref: asked.dataset})
WITH position, {
  namespaceArchived: head(COLLECT {
    MATCH (namespace:Namespace {name: asked.namespace}) RETURN namespace.archivedAt IS NOT NULL
  }),
  id: dataset.id,
  revision: coalesce(dataset.revision, 0),
  archived: dataset.archivedAt IS NOT NULL,
  labelled: labelled,
  same: same
} AS there ORDER BY position
RETURN collect(there) AS answer
