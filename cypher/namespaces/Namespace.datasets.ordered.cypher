// The datasets of a namespace, in the order that is asked for.
MATCH (node:Dataset {namespace: this.name})
// include filters/page_in_order
