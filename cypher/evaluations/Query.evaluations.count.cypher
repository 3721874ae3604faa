// How many finished evaluations there are.
// include filters/archived_owners
// include filters/named_refs
MATCH (node:Run)
WHERE true
// include evaluations/filter_evaluations
RETURN count(node) AS node
