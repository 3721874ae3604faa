// The experiments of a namespace, by name.
MATCH (node:Experiment {namespace: this.name})
WHERE node.ref > coalesce($after, '')
// include filters/page_by_ref
