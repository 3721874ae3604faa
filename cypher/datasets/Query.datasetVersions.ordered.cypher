// Dataset versions, in the order that is asked for.
// include filters/archived_owners
// include filters/named_refs
MATCH (node:DatasetVersion)
WHERE true
// include datasets/filter_versions
// include filters/page_in_order
