// Of the rows `item`, `distance`: deployments in `$environments`, and applications that they feed.
WITH item, distance
WHERE item:Deployment AND distance <= $maxDepth
  AND ($environments IS NULL OR item.environment IN $environments)
CALL (item, distance) {
  RETURN item AS hit, distance AS steps, item.environment AS environment
UNION ALL
  MATCH (item)-[edge:FEEDS]->(hit:Application)
  WHERE distance < $maxDepth AND CASE WHEN $asOf IS NULL THEN edge.until IS NULL
    ELSE edge.since <= $asOf AND coalesce(edge.until > $asOf, true) END
  RETURN hit, distance + 1 AS steps, null AS environment
}
WITH hit, environment, min(steps) AS distance
