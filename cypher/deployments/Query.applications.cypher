// Applications, by namespace and name.
MATCH (node:Application)
WHERE node.ref > coalesce($after, '')
// include deployments/filter_applications
// include filters/page_by_ref
