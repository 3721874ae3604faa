// One page of `rows`, and one more: of all that is `reached`, which is counted, or of what is `nearest`.
// if $selected.counts or $selected.edges
CALL (reached) {
  UNWIND reached AS row
  WITH row.node AS item, row.distance AS distance
  // include lineage/counts
}
// else: WITH *, [] AS counts, [] AS earlier
WITH *, CASE
  WHEN NOT paged THEN []
  WHEN NOT whole THEN nearest
  ELSE
// include lineage/next_rows
  END AS rows,
  size([row IN reached WHERE row.distance <= $maxDepth]) AS totalCount
