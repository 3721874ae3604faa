// How many runs there are.
// include filters/archived_owners
// include filters/named_refs
MATCH (node:Run)
WHERE true
// include runs/filter_runs
RETURN count(node) AS node
