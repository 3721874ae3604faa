// The versions of a model, in the order that is asked for.
MATCH (node:ModelVersion)
WHERE node.modelRef = this.ref
// include filters/page_in_order
