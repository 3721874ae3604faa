// Namespaces, by name.
// include filters/archived_namespaces
CALL (gone) {
  MATCH (node:Namespace)
  WHERE node.ref > coalesce($after, '')
// include filters/named
// include filters/page_by_ref
}
RETURN node, position
