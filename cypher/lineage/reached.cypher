// Everything that any of `starts` reaches in `direction`: rows of `item` with the least `distance`.
UNWIND starts AS start
CALL (start, direction) {
  WITH start WHERE direction <> 'UPSTREAM'
  // include lineage/downstream
  RETURN item, distance
UNION ALL
  WITH start WHERE direction <> 'DOWNSTREAM'
  // include lineage/upstream
  RETURN item, distance
}
WITH item, min(distance) AS distance
