// Makes a namespace.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
CREATE (namespace:Entity:Namespace)
SET namespace = $new, namespace.nodeKind = 'Namespace', namespace.revision = 1,
  namespace.createdAt = now, namespace.createdBy = $actor,
  namespace.updatedAt = now, namespace.updatedBy = $actor
WITH namespace AS node
// include search/words
RETURN node.id AS answer
