// Everything that `starts` lead to in a `direction`: rows of `item`, `distance`, `certain`.
// if $of.columns or $of.form.id
CALL (starts, direction) {
  // if $direction.DOWNSTREAM or $direction.BOTH
  WITH CASE direction WHEN 'UPSTREAM' THEN [] ELSE starts END AS origins
  // include lineage/columns_downstream
  // include lineage/followed_downstream
  RETURN item, away, told
UNION ALL
  // end
  // if $direction.UPSTREAM or $direction.BOTH
  WITH CASE direction WHEN 'DOWNSTREAM' THEN [] ELSE starts END AS origins
  // include lineage/columns_upstream
  // include lineage/followed_upstream
  RETURN item, away, told
  // end
}
// include lineage/nearest
// else
CALL (starts, direction) {
  // if $direction.DOWNSTREAM or $direction.BOTH
  UNWIND CASE direction WHEN 'UPSTREAM' THEN [] ELSE starts END AS start
  // include lineage/downstream
  RETURN item, distance
UNION ALL
  // end
  // if $direction.UPSTREAM or $direction.BOTH
  UNWIND CASE direction WHEN 'DOWNSTREAM' THEN [] ELSE starts END AS start
  // include lineage/upstream
  RETURN item, distance
  // end
}
// if $direction.BOTH
WITH item, min(distance) AS distance
// end
WITH item, distance, true AS certain
// end
