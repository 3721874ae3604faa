// Deployments, by namespace and name.
MATCH (node:Deployment)
WHERE node.ref > coalesce($after, '')
// include deployments/served
// include deployments/filter_deployments
// include filters/page_by_ref
