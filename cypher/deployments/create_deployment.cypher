// Makes a deployment in its namespace.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
MATCH (namespace:Namespace {name: $new.namespace})
CREATE (deployment:Entity:LineageNode:Deployment)-[:IN_NAMESPACE]->(namespace)
SET deployment = $new, deployment.nodeKind = 'Deployment', deployment.revision = 1,
  deployment.createdAt = now, deployment.createdBy = $actor,
  deployment.updatedAt = now, deployment.updatedBy = $actor
RETURN deployment.id AS answer
