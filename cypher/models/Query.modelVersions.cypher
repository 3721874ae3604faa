// Model versions, newest first.
// include filters/archived_owners
// include filters/named_refs
CALL (named, gone) {
  MATCH (node:ModelVersion)
  WHERE node.id < coalesce($after, 'z')
// include models/filter_versions
// include filters/page_by_age
}
RETURN node, position
