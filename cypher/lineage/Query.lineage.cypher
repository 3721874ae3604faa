// What these nodes were made from, what was made from them, or both, each with its distance.
WITH $of AS refs
// include lineage/starts
WITH starts, problems, $direction AS direction
// include lineage/wanted
CALL (starts, direction) {
  WITH CASE direction WHEN 'UPSTREAM' THEN [] ELSE starts END AS origins
  // include lineage/columns_downstream
  RETURN {heads: heads, parts: parts} AS ahead
}
CALL (starts, direction) {
  WITH CASE direction WHEN 'DOWNSTREAM' THEN [] ELSE starts END AS origins
  // include lineage/columns_upstream
  RETURN {heads: heads, parts: parts} AS behind
}
CALL (starts, direction, ahead, behind, paged) {
  CALL (starts, direction, ahead, behind, paged) {
    // From a single start rows come nearest first: the expansion ends where the page does.
    WITH starts[0] AS start
    WHERE paged AND size(starts) = 1 AND direction = 'DOWNSTREAM' AND NOT start:Column
    // include lineage/downstream
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance, true AS certain
  UNION ALL
    WITH starts[0] AS start
    WHERE paged AND size(starts) = 1 AND direction = 'UPSTREAM' AND NOT start:Column
    // include lineage/upstream
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance, true AS certain
  UNION ALL
    WITH starts, direction, ahead, behind
    WHERE paged AND (size(starts) > 1 OR direction = 'BOTH'
      OR any(start IN starts WHERE start:Column))
    // include lineage/reached
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance, certain
  }
  WITH item, distance, certain ORDER BY distance, item.id
  RETURN collect({distance: distance, node: item, certain: certain}) AS rows
}
CALL (ahead, behind, counted) {
  WITH ahead, behind WHERE counted
  // include lineage/reached
  // include lineage/kinds
  // include lineage/counts
}
// include lineage/answer
