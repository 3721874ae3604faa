// How many deployments there are.
// include filters/archived_namespaces
MATCH (node:Deployment)
WHERE true
// include deployments/served
// include deployments/filter_deployments
RETURN count(node) AS node
