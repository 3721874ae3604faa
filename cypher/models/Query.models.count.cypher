// How many models there are.
// include filters/archived_namespaces
MATCH (node:Model)
WHERE true
// include models/filter_models
RETURN count(node) AS node
