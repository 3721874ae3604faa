// A page in the order of refs, and one row more that tells whether it is the last.
WITH node ORDER BY node.ref LIMIT $first + 1
RETURN node, ['ref', node.ref] AS position
