// The deployments of a namespace, by name.
MATCH (node:Deployment {namespace: this.name})
WHERE node.archivedAt IS NULL AND node.ref > coalesce($after, '')
// include filters/page_by_ref
