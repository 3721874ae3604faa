// Makes experiments in their namespaces.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $experiments AS new
MATCH (namespace:Namespace {name: new.namespace})
CREATE (experiment:Entity:Experiment)-[:IN_NAMESPACE]->(namespace)
SET experiment = new, experiment.nodeKind = 'Experiment', experiment.revision = 1,
  experiment.createdAt = now, experiment.createdBy = $actor,
  experiment.updatedAt = now, experiment.updatedBy = $actor
WITH experiment AS node
// include search/words
RETURN count(node) AS answer
