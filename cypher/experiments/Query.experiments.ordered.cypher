// Experiments, in the order that is asked for.
MATCH (node:Experiment)
WHERE true
// include filters/named
// include filters/page_in_order
