// Applications, by namespace and name.
// include filters/archived_namespaces
CALL (gone) {
  MATCH (node:Application)
  WHERE node.ref > coalesce($after, '')
// include deployments/filter_applications
// include filters/page_by_ref
}
RETURN node, position
