// Everything that any of `starts` reaches in `direction`: rows of `item` with the least `distance`.
CALL (starts, direction) {
  UNWIND CASE direction WHEN 'UPSTREAM' THEN [] ELSE starts END AS start
  // include lineage/downstream
  RETURN item, distance
UNION ALL
  UNWIND CASE direction WHEN 'DOWNSTREAM' THEN [] ELSE starts END AS start
  // include lineage/upstream
  RETURN item, distance
}
WITH item, min(distance) AS distance
