// The columns that a model version uses, by ref.
MATCH (this)<-[:USED_BY]-(node:Column)
WITH node ORDER BY node.ref
RETURN node
