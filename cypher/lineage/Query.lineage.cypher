// What these nodes were made from, what was made from them, or both, each with its distance.
WITH $of AS refs
// include lineage/starts of $of
WITH starts, problems, $direction AS direction
// include lineage/wanted
// if $several or $selected.counts or $selected.totalCount or $selected.edges
// if $direction.DOWNSTREAM or $direction.BOTH
CALL (starts, direction) {
  WITH CASE direction WHEN 'UPSTREAM' THEN [] ELSE starts END AS origins
  // if $of.columns or $of.form.id
  // include lineage/columns_downstream
  // else: WITH [node IN origins | {node: node, distance: 0, told: true}] AS heads, [] AS parts
  RETURN {heads: heads, parts: parts} AS ahead
}
// else: WITH *, {heads: [], parts: []} AS ahead
// if $direction.UPSTREAM or $direction.BOTH
CALL (starts, direction) {
  WITH CASE direction WHEN 'DOWNSTREAM' THEN [] ELSE starts END AS origins
  // if $of.columns or $of.form.id
  // include lineage/columns_upstream
  // else: WITH [node IN origins | {node: node, distance: 0, told: true}] AS heads, [] AS parts
  RETURN {heads: heads, parts: parts} AS behind
}
// else: WITH *, {heads: [], parts: []} AS behind
// else: WITH *, null AS ahead, null AS behind
CALL (starts, direction, ahead, behind, paged) {
  CALL (starts, direction, ahead, behind, paged) {
    // From a single start rows come nearest first: the expansion ends where the page does.
// if $direction.DOWNSTREAM
    WITH starts[0] AS start
    WHERE paged AND size(starts) = 1 AND direction = 'DOWNSTREAM' AND NOT start:Column
    // include lineage/downstream
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance, true AS certain
  UNION ALL
// end
// if $direction.UPSTREAM
    WITH starts[0] AS start
    WHERE paged AND size(starts) = 1 AND direction = 'UPSTREAM' AND NOT start:Column
    // include lineage/upstream
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance, true AS certain
  UNION ALL
// end
// if $several
    WITH starts, direction, ahead, behind
    WHERE paged AND (size(starts) > 1 OR direction = 'BOTH'
      OR any(start IN starts WHERE start:Column))
    // include lineage/reached
    // include lineage/kinds
    // include lineage/page
    RETURN item, distance, certain
// end
  }
  WITH item, distance, certain ORDER BY distance, item.id
  RETURN collect({distance: distance, node: item, certain: certain}) AS rows
}
// if $selected.counts or $selected.totalCount or $selected.edges
CALL (ahead, behind, counted) {
  WITH ahead, behind WHERE counted
  // include lineage/reached
  // include lineage/kinds
  // include lineage/counts
}
// else: WITH *, [] AS counts, [] AS earlier
// include lineage/answer
