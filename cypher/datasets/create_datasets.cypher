// Makes datasets in their namespaces.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $datasets AS new
MATCH (namespace:Namespace {name: new.namespace})
CREATE (dataset:Entity:Dataset)-[:IN_NAMESPACE]->(namespace)
SET dataset = new, dataset.nodeKind = 'Dataset', dataset.revision = 1,
  dataset.createdAt = now, dataset.createdBy = $actor,
  dataset.updatedAt = now, dataset.updatedBy = $actor
WITH dataset AS node
// include search/words
RETURN count(node) AS answer
