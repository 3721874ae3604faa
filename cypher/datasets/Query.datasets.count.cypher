// How many datasets there are.
// include filters/archived_namespaces
MATCH (node:Dataset)
WHERE true
// include filters/named
RETURN count(node) AS node
