// How many columns there are.
MATCH (node:Column)
WHERE true
// include columns/filter_columns
RETURN count(node) AS node
