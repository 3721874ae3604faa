// Datasets, by namespace and name.
MATCH (node:Dataset)
WHERE node.ref > coalesce($after, '')
// include filters/named
// include filters/page_by_ref
