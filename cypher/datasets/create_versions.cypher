// Makes versions of datasets, with their columns; the datasets are locked by now, and one revision further then.
UNWIND $datasets AS told
MATCH (changed:Entity {id: told.id})
CALL (changed) {
  // include change/revise
  RETURN now
}
UNWIND told.versions AS new
SET changed.latestId = new.properties.id
CREATE (changed)-[:HAS_VERSION]->(version:Entity:LineageNode:DatasetVersion)
SET version = new.properties, version.nodeKind = 'DatasetVersion',
  version.createdAt = now, version.createdBy = $actor,
  version.revision = 1, version.updatedAt = now, version.updatedBy = $actor
WITH changed, version, new.columns AS columns, now
CALL (version, columns, now) {
  UNWIND columns AS told
  CREATE (version)<-[:PART_OF {since: now, by: $actor}]-(column:Entity:LineageNode:Column)
  SET column = told, column.nodeKind = 'Column', column.namespace = version.namespace,
    column.datasetRef = version.datasetRef, column.versionId = version.id, column.revision = 1,
    column.createdAt = now, column.createdBy = $actor,
    column.updatedAt = now, column.updatedBy = $actor
  WITH column AS node
  // include search/words
}
WITH version AS node
// include search/words
RETURN count(node) AS answer
