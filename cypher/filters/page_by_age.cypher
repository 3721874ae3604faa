// A page, newest first, and one row more that tells whether it is the last.
WITH node ORDER BY node.id DESC LIMIT $first + 1
RETURN node, ['id', node.id] AS position
