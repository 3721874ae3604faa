// How many columns there are.
// include filters/archived_owners
// include filters/named_refs
MATCH (node:Column)
WHERE true
// include columns/filter_columns
RETURN count(node) AS node
