// How many models there are.
MATCH (node:Model)
WHERE true
// include filters/named
RETURN count(node) AS node
