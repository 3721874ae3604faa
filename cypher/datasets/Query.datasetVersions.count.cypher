// How many dataset versions there are.
// include filters/archived_owners
// include filters/named_refs
MATCH (node:DatasetVersion)
WHERE true
// include datasets/filter_versions
RETURN count(node) AS node
