// Experiments, in the order that is asked for.
// include filters/archived_namespaces
MATCH (node:Experiment)
WHERE true
// include filters/named
// include filters/page_in_order
