// How many deployments feed an application now.
MATCH (node:Deployment)-[edge:FEEDS]->(this)
WHERE edge.until IS NULL
RETURN count(node) AS node
