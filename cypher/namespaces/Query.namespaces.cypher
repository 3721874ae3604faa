// Namespaces, by name.
MATCH (node:Namespace)
WHERE node.ref > coalesce($after, '')
// include filters/named
// include filters/page_by_ref
