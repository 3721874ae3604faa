// Makes a namespace.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
CREATE (namespace:Entity:Namespace {
  id: $id, nodeKind: 'Namespace', ref: $name, name: $name,
  description: $description, tags: $tags, owners: $owners, revision: 1,
  createdAt: now, createdBy: $actor, updatedAt: now, updatedBy: $actor
})
RETURN namespace.id AS answer
