// The runs that read a dataset version, newest first.
MATCH (this)-[:CONSUMED_BY]->(node:Run)
WHERE node.id < coalesce($after, 'z')
WITH DISTINCT node
// include filters/page_by_age
