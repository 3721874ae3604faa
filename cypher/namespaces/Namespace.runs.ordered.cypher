// The runs of a namespace, in the order that is asked for.
MATCH (node:Run {namespace: this.name})
// include namespaces/listed_runs
// include filters/page_in_order
