// Makes the next version of a model, which is locked by now; made by a run, or from bases directly.
MATCH (changed:Model {ref: $model})
// include change/revise
SET changed.versionCount = changed.versionCount + 1,
  changed.latestNumber = changed.versionCount + 1
WITH changed AS model, now
CREATE (model)-[:HAS_VERSION]->(version:Entity:LineageNode:ModelVersion)
SET version = $version, version.nodeKind = 'ModelVersion', version.number = model.versionCount,
  version.ref = model.ref + ':' + toString(model.versionCount),
  version.createdAt = now, version.createdBy = $actor,
  version.revision = 1, version.updatedAt = now, version.updatedBy = $actor
WITH model, version, now
CALL (version, now) {
  MATCH (run:Run {id: $run})
  CREATE (run)-[:PRODUCED {since: now, by: $actor}]->(version)
  FOREACH (name IN [name IN keys(run) WHERE any(prefix IN $inherits WHERE name STARTS WITH prefix)] |
    SET version[name] = run[name])
}
CALL (version, now) {
  UNWIND $bases AS base
  MATCH (from:ModelVersion {id: base.id})
  MERGE (from)-[edge:DERIVED_INTO {how: base.how}]->(version)
  ON CREATE SET edge.since = now, edge.by = $actor
}
WITH version AS node, model
// include search/words
RETURN {model: model.id, ref: node.ref} AS answer
