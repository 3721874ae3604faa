// What was made from this node, each with its distance.
WITH this AS start, [] AS problems
// include lineage/wanted
CALL (start, paged) {
  // From a single start rows come nearest first: the expansion ends where the page does.
  WITH start WHERE paged
  // include lineage/downstream
  // include lineage/kinds
  // include lineage/page
  RETURN collect({distance: distance, node: item, certain: true}) AS rows
}
// if $selected.counts or $selected.totalCount or $selected.edges
CALL (start, counted) {
  WITH start WHERE counted
  // include lineage/downstream
  // include lineage/kinds
  // include lineage/counts
}
// else: WITH *, [] AS counts, [] AS earlier
// include lineage/answer
