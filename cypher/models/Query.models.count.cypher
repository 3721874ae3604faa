// How many models there are.
MATCH (node:Model)
WHERE true
// include models/filter_models
RETURN count(node) AS node
