// Makes a namespace.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
CREATE (namespace:Entity:Namespace)
SET namespace = $new, namespace.nodeKind = 'Namespace', namespace.revision = 1,
  namespace.createdAt = now, namespace.createdBy = $actor,
  namespace.updatedAt = now, namespace.updatedBy = $actor
RETURN namespace.id AS answer
