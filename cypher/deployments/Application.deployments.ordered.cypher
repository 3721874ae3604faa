// The deployments that feed an application now, in the order that is asked for.
MATCH (node:Deployment)-[edge:FEEDS]->(this)
WHERE edge.until IS NULL
// include filters/page_in_order
