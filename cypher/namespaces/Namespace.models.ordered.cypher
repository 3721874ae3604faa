// The models of a namespace, in the order that is asked for.
MATCH (node:Model {namespace: this.name})
// include filters/page_in_order
