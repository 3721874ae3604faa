// The run that wrote a dataset version first; others may have come to the same content since.
MATCH (this)<-[:PRODUCED]-(node:Run)
WITH node ORDER BY node.id LIMIT 1
RETURN node
