// The runs of a namespace, newest first.
MATCH (node:Run {namespace: this.name})
WHERE node.archivedAt IS NULL AND node.id < coalesce($after, 'z')
// include filters/page_by_age
