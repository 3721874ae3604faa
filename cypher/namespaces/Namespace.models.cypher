// The models of a namespace, by name.
MATCH (node:Model {namespace: this.name})
WHERE node.archivedAt IS NULL AND node.ref > coalesce($after, '')
// include filters/page_by_ref
