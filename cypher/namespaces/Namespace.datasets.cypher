// The datasets of a namespace, by name.
MATCH (node:Dataset {namespace: this.name})
WHERE node.ref > coalesce($after, '')
// include filters/page_by_ref
