// How many runs there are.
MATCH (node:Run)
WHERE true
// include runs/filter_runs
RETURN count(node) AS node
