// Deployments, by namespace and name.
// include filters/archived_namespaces
CALL (gone) {
  MATCH (node:Deployment)
  WHERE node.ref > coalesce($after, '')
// include deployments/served
// include deployments/filter_deployments
// include filters/page_by_ref
}
RETURN node, position
