// Model versions, in the order that is asked for.
// include filters/archived_owners
// include filters/named_refs
MATCH (node:ModelVersion)
WHERE true
// include models/filter_versions
// include filters/page_in_order
