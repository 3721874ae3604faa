// How many datasets there are.
MATCH (node:Dataset)
WHERE true
// include filters/named
RETURN count(node) AS node
