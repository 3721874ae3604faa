// How many finished evaluations there are.
// include filters/archived_namespaces
// include filters/named_refs
MATCH (node:Run)
WHERE true
// include evaluations/filter_evaluations
RETURN count(node) AS node
