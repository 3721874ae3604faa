// The runs of a namespace, in the order that is asked for.
MATCH (node:Run {namespace: this.name})
// include filters/page_in_order
