// How many deployments there are.
MATCH (node:Deployment)
WHERE true
// include deployments/served
// include deployments/filter_deployments
RETURN count(node) AS node
