// Models, by namespace and name.
MATCH (node:Model)
WHERE node.ref > coalesce($after, '')
// include models/filter_models
// include filters/page_by_ref
