// How many dataset versions there are.
MATCH (node:DatasetVersion)
WHERE true
// include datasets/filter_versions
RETURN count(node) AS node
