// What was made from this node, each with its distance.
WITH this AS start, [] AS problems
// include lineage/wanted
// Rows come nearest first: where nothing is counted, the expansion ends where the page does.
WITH *, counted AS whole
// if $selected.counts or $selected.totalCount or $selected.edges
CALL (start, whole) {
  WITH start WHERE whole
  // include lineage/downstream
  WITH item, distance, true AS certain
  // include lineage/kinds
  // include lineage/collected
}
// else: WITH *, [] AS reached
// if $selected.counts or $selected.totalCount
WITH *, [] AS nearest
// else
CALL (start, whole, paged) {
  WITH start WHERE paged AND NOT whole
  // include lineage/downstream
  // include lineage/kinds
  // include lineage/page
  RETURN collect({distance: distance, node: item, certain: true}) AS nearest
}
// end
// include lineage/paged
// include lineage/answer
