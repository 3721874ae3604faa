// The experiments of a namespace, in the order that is asked for.
MATCH (node:Experiment {namespace: this.name})
// include filters/page_in_order
