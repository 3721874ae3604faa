// The deployments where a model version serves now, in the order that is asked for.
MATCH (this)-[edge:DEPLOYED_AS]->(node:Deployment)
WHERE edge.until IS NULL
// include filters/page_in_order
