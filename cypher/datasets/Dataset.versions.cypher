// The versions of a dataset, newest first.
MATCH (node:DatasetVersion)
WHERE node.datasetRef = this.ref AND node.id < coalesce($after, 'z')
// include filters/page_by_age
