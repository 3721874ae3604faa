// How much a deployment feeds, now or at a moment.
MATCH (this)-[edge:FEEDS]->()
WHERE CASE WHEN $asOf IS NULL THEN edge.until IS NULL
  ELSE edge.since <= $asOf AND coalesce(edge.until > $asOf, true) END
RETURN count(edge) AS node
