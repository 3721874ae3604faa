// Makes deployments in their namespaces.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $deployments AS new
MATCH (namespace:Namespace {name: new.namespace})
CREATE (deployment:Entity:LineageNode:Deployment)-[:IN_NAMESPACE]->(namespace)
SET deployment = new, deployment.nodeKind = 'Deployment', deployment.revision = 1,
  deployment.createdAt = now, deployment.createdBy = $actor,
  deployment.updatedAt = now, deployment.updatedBy = $actor
WITH deployment AS node
// include search/words
RETURN count(node) AS answer
