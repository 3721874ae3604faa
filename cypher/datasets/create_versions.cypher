// Makes versions of datasets, which are locked by now, and one revision further then.
UNWIND $versions AS new
WITH new.dataset AS ref, collect(new.properties) AS versions
MATCH (changed:Dataset {ref: ref})
CALL (changed) {
  // include change/revise
  RETURN now
}
UNWIND versions AS properties
SET changed.latestId = properties.id
CREATE (changed)-[:HAS_VERSION]->(version:Entity:LineageNode:DatasetVersion)
SET version = properties, version.nodeKind = 'DatasetVersion',
  version.createdAt = now, version.createdBy = $actor
RETURN count(version) AS answer
