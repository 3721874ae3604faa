// What a run measured on parts of its data, by name.
MATCH (this)-[:HAS_SLICE]->(node:Slice)
WITH node ORDER BY node.name
RETURN node
