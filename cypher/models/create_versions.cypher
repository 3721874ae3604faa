// Makes versions of models, which are locked by now, and one revision further then; each made by a run, or from bases directly.
UNWIND $models AS told
MATCH (changed:Entity {id: told.id})
CALL (changed) {
  // include change/revise
  RETURN now
}
SET changed.versionCount = told.last, changed.latestNumber = told.last
WITH changed, told, now
UNWIND told.versions AS new
CREATE (changed)-[:HAS_VERSION]->(version:Entity:LineageNode:ModelVersion)
SET version = new.properties, version.nodeKind = 'ModelVersion',
  version.createdAt = now, version.createdBy = $actor,
  version.revision = 1, version.updatedAt = now, version.updatedBy = $actor
// One may be made from others of them: all are there before any is led to.
WITH collect({version: version, new: new, now: now}) AS made
UNWIND made AS each
WITH each.version AS version, each.new AS new, each.now AS now
CALL (version, new, now) {
  MATCH (run:Run {id: new.run})
  CREATE (run)-[:PRODUCED {since: now, by: $actor}]->(version)
  FOREACH (name IN [name IN keys(run) WHERE any(prefix IN new.inherits WHERE name STARTS WITH prefix)] |
    SET version[name] = run[name])
}
CALL (version, new, now) {
  UNWIND new.bases AS base
  MATCH (from:ModelVersion {id: base.id})
  MERGE (from)-[edge:DERIVED_INTO {how: base.how}]->(version)
  ON CREATE SET edge.since = now, edge.by = $actor
}
WITH version AS node
// include search/words
RETURN count(node) AS answer
