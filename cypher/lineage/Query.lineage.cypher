// What these nodes were made from, what was made from them, or both, each with its distance.
WITH $of AS refs
// include lineage/starts
WITH starts, problems, $direction AS direction
// include lineage/wanted
CALL (starts, direction, paged) {
  CALL (starts, direction, paged) {
    // From a single start rows come nearest first: the expansion ends where the page does.
    WITH starts[0] AS start
    WHERE paged AND size(starts) = 1 AND direction = 'DOWNSTREAM'
    // include lineage/downstream
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance
  UNION ALL
    WITH starts[0] AS start
    WHERE paged AND size(starts) = 1 AND direction = 'UPSTREAM'
    // include lineage/upstream
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance
  UNION ALL
    WITH starts, direction
    WHERE paged AND (size(starts) > 1 OR direction = 'BOTH')
    // include lineage/reached
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance
  }
  WITH item, distance ORDER BY distance, item.id
  RETURN collect({distance: distance, node: item}) AS rows
}
CALL (starts, direction, counted) {
  WITH starts, direction WHERE counted
  // include lineage/reached
  // include lineage/kinds
  // include lineage/counts
}
// include lineage/answer
