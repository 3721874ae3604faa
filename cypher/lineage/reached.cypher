// Everything that `behind` and `ahead`, of heads and parts, reach: rows of `item`, `distance`, `certain`.
CALL (ahead, behind) {
  WITH ahead.heads AS heads, ahead.parts AS parts
  // include lineage/followed_downstream
  RETURN item, away, told
UNION ALL
  WITH behind.heads AS heads, behind.parts AS parts
  // include lineage/followed_upstream
  RETURN item, away, told
}
// include lineage/nearest
