// The runs that are parts of a run, newest first.
MATCH (this)-[:HAS_CHILD]->(node:Run)
WHERE node.id < coalesce($after, 'z')
// include filters/page_by_age
