// The applications of a namespace, by name.
MATCH (node:Application {namespace: this.name})
WHERE node.archivedAt IS NULL AND node.ref > coalesce($after, '')
// include filters/page_by_ref
