// How many deployments a model version serves at now.
MATCH (this)-[edge:DEPLOYED_AS]->(node:Deployment)
WHERE edge.until IS NULL
RETURN count(node) AS node
