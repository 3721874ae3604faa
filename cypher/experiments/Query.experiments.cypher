// Experiments, by namespace and name.
MATCH (node:Experiment)
WHERE node.ref > coalesce($after, '')
// include filters/named
// include filters/page_by_ref
