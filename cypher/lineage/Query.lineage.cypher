// What these nodes were made from, what was made from them, or both, each with its distance.
WITH $of AS refs
// include lineage/starts of $of
WITH starts, problems, $direction AS direction
// include lineage/wanted
// From a single start rows come nearest first: where nothing is counted, the expansion ends with the page.
WITH *, counted OR direction = 'BOTH' OR size(starts) <> 1 OR starts[0]:Column AS whole
// if $several or $selected.counts or $selected.totalCount or $selected.edges
CALL (starts, direction, whole) {
  WITH starts, direction WHERE whole
  // include lineage/reached
  // include lineage/kinds
  // include lineage/collected
}
// else: WITH *, [] AS reached
// if $direction.BOTH or $selected.counts or $selected.totalCount
WITH *, [] AS nearest
// else
CALL (starts, direction, whole, paged) {
  CALL (starts, direction, whole, paged) {
    // if $direction.DOWNSTREAM
    WITH starts[0] AS start WHERE paged AND NOT whole AND direction = 'DOWNSTREAM'
    // include lineage/downstream
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance
  UNION ALL
    // end
    // if $direction.UPSTREAM
    WITH starts[0] AS start WHERE paged AND NOT whole AND direction = 'UPSTREAM'
    // include lineage/upstream
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance
    // end
  }
  WITH item, distance ORDER BY distance, item.id
  RETURN collect({distance: distance, node: item, certain: true}) AS nearest
}
// end
// include lineage/paged
// include lineage/answer
