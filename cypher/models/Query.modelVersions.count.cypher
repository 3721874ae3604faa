// How many model versions there are.
MATCH (node:ModelVersion)
WHERE true
// include models/filter_versions
RETURN count(node) AS node
