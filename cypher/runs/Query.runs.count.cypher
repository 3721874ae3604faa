// How many runs there are.
MATCH (node:Run)
WHERE true
// include runs/filter
RETURN count(node) AS node
