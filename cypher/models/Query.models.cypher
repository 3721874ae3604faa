// Models, by namespace and name.
MATCH (node:Model)
WHERE node.ref > coalesce($after, '')
// include filters/named
// include filters/page_by_ref
