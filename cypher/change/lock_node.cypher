// Locks a node until the transaction ends: its revision, and whether it has these properties already.
MATCH (node:Entity {id: $id})
SET node.lock = true
WITH node
RETURN {
  revision: node.revision,
  same: all(name IN keys($properties) WHERE coalesce(
    node[name] = $properties[name], node[name] IS NULL AND $properties[name] IS NULL))
} AS answer
