// The deployments where a model version serves now, by namespace and name.
MATCH (this)-[edge:DEPLOYED_AS]->(node:Deployment)
WHERE edge.until IS NULL AND node.ref > coalesce($after, '')
// include filters/page_by_ref
