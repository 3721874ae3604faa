// How many dataset versions there are.
// include filters/archived_namespaces
MATCH (node:DatasetVersion)
WHERE true
// include datasets/filter_versions
RETURN count(node) AS node
