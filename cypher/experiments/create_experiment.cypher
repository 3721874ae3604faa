// Makes an experiment in its namespace.
MATCH (namespace:Namespace {name: $experiment.namespace})
WITH namespace, datetime.truncate('microsecond', datetime.realtime()) AS now
CREATE (experiment:Entity:Experiment)-[:IN_NAMESPACE]->(namespace)
SET experiment = $experiment, experiment.nodeKind = 'Experiment', experiment.revision = 1,
  experiment.createdAt = now, experiment.createdBy = $actor,
  experiment.updatedAt = now, experiment.updatedBy = $actor
WITH experiment AS node
// include search/words
RETURN node.id AS answer
