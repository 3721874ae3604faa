// Points an alias at another version, and keeps where it pointed before.
MATCH (model:Model {ref: $model}) SET model.lock = true
WITH model
MATCH (version:ModelVersion {ref: $version}) WHERE version.modelRef = model.ref
MATCH (model)-[old:HAS_ALIAS {name: $alias}]->(previous) WHERE old.until IS NULL
WITH model, version, old, previous, datetime.truncate('microsecond', datetime.realtime()) AS now
SET old.until = now, old.endedBy = 'bench',
  model.revision = model.revision + 1, model.updatedAt = now, model.updatedBy = 'bench'
CREATE (model)-[:HAS_ALIAS {name: $alias, since: now, by: 'bench'}]->(version)
CREATE (event:Event {
  id: randomUUID(), by: 'bench', action: 'setAlias', at: now,
  refs: [model.ref, previous.ref, version.ref]
})
CREATE (event)-[:ABOUT {
  made: false, fields: ['alias.' + $alias],
  before: ['"' + previous.ref + '"'], after: ['"' + version.ref + '"']
}]->(model)
CREATE (event)-[:ABOUT {
  made: false, fields: ['alias.' + $alias], before: ['true'], after: ['null']
}]->(previous)
CREATE (event)-[:ABOUT {
  made: false, fields: ['alias.' + $alias], before: ['null'], after: ['true']
}]->(version)
RETURN {
  model: model {.id, .name}, modelVersion: version {.id, .ref}, previous: previous {.id, .ref}
} AS answer
