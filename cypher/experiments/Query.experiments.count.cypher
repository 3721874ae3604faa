// How many experiments there are.
// include filters/archived_namespaces
MATCH (node:Experiment)
WHERE true
// include filters/named
RETURN count(node) AS node
