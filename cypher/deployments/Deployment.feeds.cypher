// What a deployment feeds, now or at a moment, what was recorded last first.
MATCH (this)-[edge:FEEDS]->(fed)
WHERE fed.id < coalesce($after, 'z') AND CASE WHEN $asOf IS NULL THEN edge.until IS NULL
  ELSE edge.since <= $asOf AND coalesce(edge.until > $asOf, true) END
WITH edge, fed ORDER BY fed.id DESC LIMIT $first + 1
RETURN edge {.*, node: fed} AS node, ['id', fed.id] AS position
