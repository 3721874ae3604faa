// What follows from this column, each with its distance.
WITH [this] AS origins, [] AS problems
// include lineage/columns_downstream
WITH problems, heads, parts
// include lineage/wanted
CALL (heads, parts, paged) {
  WITH heads, parts WHERE paged
  // include lineage/followed_downstream
  // include lineage/nearest
  // include lineage/kinds
  // include lineage/page
  RETURN collect({distance: distance, node: item, certain: certain}) AS rows
}
// if $selected.counts or $selected.totalCount or $selected.edges
CALL (heads, parts, counted) {
  WITH heads, parts WHERE counted
  // include lineage/followed_downstream
  // include lineage/nearest
  // include lineage/kinds
  // include lineage/counts
}
// else: WITH *, [] AS counts, [] AS earlier
// include lineage/answer
