// Makes an application in its namespace.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
MATCH (namespace:Namespace {name: $new.namespace})
CREATE (application:Entity:LineageNode:Application)-[:IN_NAMESPACE]->(namespace)
SET application = $new, application.nodeKind = 'Application', application.revision = 1,
  application.createdAt = now, application.createdBy = $actor,
  application.updatedAt = now, application.updatedBy = $actor
WITH application AS node
// include search/words
RETURN node.id AS answer
