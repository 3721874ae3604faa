// Locks a node until the transaction ends: its revision, what it has of these properties, and whether all is so already.
MATCH (node:Entity {id: $id})
SET node.lock = true
WITH node
RETURN {
  revision: node.revision,
  before: [name IN keys($properties) | [name, node[name]]],
  same: all(name IN keys($properties) WHERE coalesce(
    node[name] = $properties[name], node[name] IS NULL AND $properties[name] IS NULL))
} AS answer
