// How many experiments there are.
MATCH (node:Experiment)
WHERE true
// include filters/named
RETURN count(node) AS node
