// Makes a model in its namespace.
MATCH (namespace:Namespace {name: $model.namespace})
WITH namespace, datetime.truncate('microsecond', datetime.realtime()) AS now
CREATE (model:Entity:Model)-[:IN_NAMESPACE]->(namespace)
SET model = $model, model.nodeKind = 'Model', model.revision = 1, model.versionCount = 0,
  model.createdAt = now, model.createdBy = $actor, model.updatedAt = now, model.updatedBy = $actor
WITH model AS node
// include search/words
RETURN node.id AS answer
