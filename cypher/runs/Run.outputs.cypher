// What a run wrote, by ref.
MATCH (this)-[:PRODUCED]->(node)
WITH node ORDER BY node.ref
RETURN node
