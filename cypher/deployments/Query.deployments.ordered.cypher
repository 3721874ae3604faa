// Deployments, in the order that is asked for.
// include filters/archived_namespaces
MATCH (node:Deployment)
WHERE true
// include deployments/served
// include deployments/filter_deployments
// include filters/page_in_order
