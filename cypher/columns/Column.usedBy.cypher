// The model versions that use a column, newest first.
MATCH (this)-[:USED_BY]->(node:ModelVersion)
WHERE node.id < coalesce($after, 'z')
// include filters/page_by_age
