// How many model versions there are.
// include filters/archived_owners
// include filters/named_refs
MATCH (node:ModelVersion)
WHERE true
// include models/filter_versions
RETURN count(node) AS node
