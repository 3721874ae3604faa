// The answer from `starts` in `direction`: a page only if its rows are selected, counts likewise.
CALL (starts, direction) {
  WITH starts, direction WHERE any(field IN $selected WHERE field IN
    ['nodes', 'edges', 'pageInfo', 'complete', 'truncatedBy'])
  CALL (starts, direction) {
    // From a single start rows come nearest first: the expansion ends where the page does.
    WITH starts, direction WHERE size(starts) = 1 AND direction = 'DOWNSTREAM'
    WITH starts[0] AS start
    // include lineage/downstream
    // include lineage/page
  UNION ALL
    WITH starts, direction WHERE size(starts) = 1 AND direction = 'UPSTREAM'
    WITH starts[0] AS start
    // include lineage/upstream
    // include lineage/page
  UNION ALL
    WITH starts, direction WHERE size(starts) > 1 OR direction = 'BOTH'
    // include lineage/reached
    // include lineage/page
  }
  WITH item, distance ORDER BY distance, item.id
  RETURN collect({distance: distance, node: item}) AS rows
}
CALL (starts, direction) {
  WITH starts, direction WHERE any(field IN $selected WHERE field IN ['counts', 'totalCount'])
  // include lineage/reached
  WHERE distance <= $maxDepth AND ($kinds IS NULL OR item.nodeKind IN $kinds)
  WITH item.nodeKind AS kind, count(*) AS count ORDER BY kind
  RETURN collect({kind: kind, count: count}) AS counts
}
WITH problems, counts, rows, [row IN rows[..$first] WHERE row.distance <= $maxDepth] AS page
WITH problems, counts, page, CASE
  WHEN rows[$first].distance <= $maxDepth THEN 'PAGE'
  WHEN rows[-1].distance > $maxDepth THEN 'DEPTH' END AS truncatedBy
RETURN {
  problems: problems,
  asOf: $asOf,
  nodes: page,
  counts: counts,
  totalCount: reduce(total = 0, kind IN counts | total + kind.count),
  complete: truncatedBy IS NULL,
  truncatedBy: truncatedBy
} AS node
