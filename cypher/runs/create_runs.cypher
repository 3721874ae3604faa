// Records runs, each as a part of another if there is one, and in an experiment: its own or that one's.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $runs AS new
MATCH (namespace:Namespace {name: new.properties.namespace})
OPTIONAL MATCH (parent:Run {id: new.parent})
OPTIONAL MATCH (parent)<-[:HAS_RUN]-(shared:Experiment)
OPTIONAL MATCH (own:Entity {id: new.experiment})
WITH now, new, namespace, parent, coalesce(own, shared) AS experiment
CREATE (run:Entity:LineageNode:Run)-[:IN_NAMESPACE]->(namespace)
SET run = new.properties, run.nodeKind = 'Run', run.revision = 1,
  run.createdAt = now, run.createdBy = $actor, run.updatedAt = now, run.updatedBy = $actor
WITH run, parent, experiment
CALL (run, parent) {
  WITH run, parent WHERE parent IS NOT NULL
  CREATE (parent)-[:HAS_CHILD]->(run)
}
CALL (run, experiment) {
  WITH run, experiment WHERE experiment IS NOT NULL
  CREATE (experiment)-[:HAS_RUN]->(run)
}
WITH run AS node
// include search/words
RETURN count(node) AS answer
