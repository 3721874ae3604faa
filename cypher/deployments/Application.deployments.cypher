// The deployments that feed an application now, by namespace and name.
MATCH (node:Deployment)-[edge:FEEDS]->(this)
WHERE edge.until IS NULL AND node.ref > coalesce($after, '')
// include filters/page_by_ref
