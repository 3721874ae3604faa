// The columns of a dataset version, in their order.
MATCH (this)<-[:PART_OF]-(node:Column)
WITH node ORDER BY node.position
RETURN node
