// The runs of an experiment, newest first.
MATCH (this)-[:HAS_RUN]->(node:Run)
WHERE node.id < coalesce($after, 'z')
// include filters/page_by_age
