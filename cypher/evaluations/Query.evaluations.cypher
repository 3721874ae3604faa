// Finished evaluations, newest first.
// include filters/archived_owners
// include filters/named_refs
CALL (named, gone) {
  MATCH (node:Run)
  WHERE node.id < coalesce($after, 'z')
// include evaluations/filter_evaluations
// include filters/page_by_age
}
RETURN node, position
