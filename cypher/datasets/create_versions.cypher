// Makes versions of datasets.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $versions AS new
MATCH (dataset:Dataset {ref: new.dataset})
SET dataset.latestId = new.properties.id
CREATE (dataset)-[:HAS_VERSION]->(version:Entity:LineageNode:DatasetVersion)
SET version = new.properties, version.nodeKind = 'DatasetVersion',
  version.createdAt = now, version.createdBy = $actor
RETURN count(version) AS answer
