// The answer from `counts`, `earlier`, `totalCount` and `rows`, of which one may be too many or too deep.
WITH problems, counts, earlier, totalCount, rows, [row IN rows[..$first] WHERE row.distance <= $maxDepth] AS page
WITH problems, counts, earlier, totalCount, page, CASE
  WHEN rows[$first].distance <= $maxDepth THEN 'PAGE'
  WHEN rows[-1].distance > $maxDepth THEN 'DEPTH' END AS truncatedBy
RETURN {
  problems: problems,
  asOf: $asOf,
  list: $list,
  isLater: $after IS NOT NULL,
  nodes: page,
  earlier: earlier,
  counts: counts,
  totalCount: totalCount,
  complete: truncatedBy IS NULL,
  truncatedBy: truncatedBy
} AS node
