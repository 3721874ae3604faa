// Runs, newest first.
// include filters/archived_owners
// include filters/named_refs
CALL (named, gone) {
  MATCH (node:Run)
  WHERE node.id < coalesce($after, 'z')
// include runs/filter_runs
// include filters/page_by_age
}
RETURN node, position
