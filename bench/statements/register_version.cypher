// Registers a version with the run that made it and the data that this read.
MATCH (model:Model {ref: $model}) SET model.lock = true
WITH model WHERE NOT EXISTS {
  MATCH (same:ModelVersion {digest: $digest}) WHERE same.modelRef = model.ref
}
MATCH (space:Namespace {name: model.namespace})
WITH model, space, datetime.truncate('microsecond', datetime.realtime()) AS now
SET model.versionCount = model.versionCount + 1, model.latestNumber = model.versionCount,
  model.revision = model.revision + 1, model.updatedAt = now, model.updatedBy = 'bench'
CREATE (run:Entity:LineageNode:Run {
  id: randomUUID(), nodeKind: 'Run', namespace: space.name, name: $name, kind: 'TRAINING',
  status: 'FINISHED', startedAt: now, endedAt: now, tags: [], revision: 1,
  createdAt: now, createdBy: 'bench', updatedAt: now, updatedBy: 'bench'
})-[:IN_NAMESPACE]->(space)
SET run.ref = run.id
FOREACH (each IN $parameters | SET run['param.' + each.key] = each.value)
FOREACH (each IN $metrics | SET run['metric.' + each.key] = each.value)
CREATE (model)-[:HAS_VERSION]->(version:Entity:LineageNode:ModelVersion {
  id: randomUUID(), ref: model.ref + ':' + model.versionCount, nodeKind: 'ModelVersion',
  namespace: space.name, modelRef: model.ref, number: model.versionCount, label: $label,
  digest: $digest, tags: [], revision: 1,
  createdAt: now, createdBy: 'bench', updatedAt: now, updatedBy: 'bench'
})<-[:PRODUCED {since: now, by: 'bench'}]-(run)
FOREACH (each IN $parameters | SET version['param.' + each.key] = each.value)
FOREACH (each IN $metrics | SET version['metric.' + each.key] = each.value)
WITH model, run, version, now
CALL (run, now) {
  UNWIND $inputs AS input
  WITH run, now, input.role AS role, input.datasetVersion AS told ORDER BY told.dataset
  MATCH (dataset:Dataset {ref: told.dataset}) SET dataset.lock = true
  WITH run, now, role, told, dataset WHERE NOT EXISTS {
    MATCH (same:DatasetVersion {digest: told.digest}) WHERE same.datasetRef = dataset.ref
  }
  CREATE (dataset)-[:HAS_VERSION]->(data:Entity:LineageNode:DatasetVersion {
    id: randomUUID(), ref: dataset.ref + '#' + told.label, nodeKind: 'DatasetVersion',
    namespace: dataset.namespace, datasetRef: dataset.ref, label: told.label, uri: told.uri,
    digest: told.digest, tags: [], revision: 1,
    createdAt: now, createdBy: 'bench', updatedAt: now, updatedBy: 'bench'
  })-[:CONSUMED_BY {role: role, since: now, by: 'bench'}]->(run)
  SET dataset.latestId = data.id, dataset.revision = dataset.revision + 1,
    dataset.updatedAt = now, dataset.updatedBy = 'bench'
  RETURN collect(data) AS read, collect({node: dataset, ref: data.ref}) AS datasets
}
CALL (run, version, read) {
  UNWIND [run, version] + read AS node
  // include search/words
  RETURN collect(node) AS made
}
CREATE (event:Event {id: randomUUID(), by: 'bench', action: 'registerModelVersion', at: now})
WITH event, model, run, version, datasets, made
CALL (event, made) {
  UNWIND made AS node
  CREATE (event)-[:ABOUT {made: true, fields: [], before: [], after: []}]->(node)
}
CALL (event, model, version, datasets) {
  UNWIND [{node: model, ref: version.ref}] + datasets AS changed
  WITH event, changed, changed.node AS node
  CREATE (event)-[:ABOUT {
    made: false, fields: ['versions'], before: ['null'], after: ['["' + changed.ref + '"]']
  }]->(node)
}
SET event.refs = [node IN made | node.ref] + [row IN datasets | row.node.ref] + model.ref
RETURN version {.id, .ref, .number, run: run {.id, .status}} AS answer
