// The versions of a dataset, in the order that is asked for.
MATCH (node:DatasetVersion)
WHERE node.datasetRef = this.ref
// include filters/page_in_order
