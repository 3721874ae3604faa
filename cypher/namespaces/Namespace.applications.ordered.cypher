// The applications of a namespace, in the order that is asked for.
MATCH (node:Application {namespace: this.name})
WHERE node.archivedAt IS NULL
// include filters/page_in_order
