// Makes models in their namespaces.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $models AS new
MATCH (namespace:Namespace {name: new.namespace})
CREATE (model:Entity:Model)-[:IN_NAMESPACE]->(namespace)
SET model = new, model.nodeKind = 'Model', model.revision = 1, model.versionCount = 0,
  model.createdAt = now, model.createdBy = $actor, model.updatedAt = now, model.updatedBy = $actor
WITH model AS node
// include search/words
RETURN count(node) AS answer
