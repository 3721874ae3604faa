// The datasets of a namespace, in the order that is asked for.
MATCH (node:Dataset {namespace: this.name})
WHERE node.archivedAt IS NULL
// include filters/page_in_order
