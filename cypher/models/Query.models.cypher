// Models, by namespace and name.
// include filters/archived_namespaces
CALL (gone) {
  MATCH (node:Model)
  WHERE node.ref > coalesce($after, '')
// include models/filter_models
// include filters/page_by_ref
}
RETURN node, position
