// The versions of a model, newest first.
MATCH (node:ModelVersion)
WHERE node.modelRef = this.ref AND node.number < coalesce(toInteger($after), 2147483647)
WITH node ORDER BY node.number DESC LIMIT $first + 1
RETURN node, ['number', toString(node.number)] AS position
