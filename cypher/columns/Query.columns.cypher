// Columns, by ref.
// include filters/archived_owners
// include filters/named_refs
CALL (named, gone) {
  MATCH (node:Column)
  WHERE node.ref > coalesce($after, '')
// include columns/filter_columns
// include filters/page_by_ref
}
RETURN node, position
