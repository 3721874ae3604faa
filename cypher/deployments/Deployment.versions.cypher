// What serves at a deployment, now or at a moment, the largest share first.
MATCH (version:ModelVersion)-[edge:DEPLOYED_AS]->(this)
WHERE CASE WHEN $asOf IS NULL THEN edge.until IS NULL
  ELSE edge.since <= $asOf AND coalesce(edge.until > $asOf, true) END
WITH this, version, edge ORDER BY edge.weight DESC, version.ref
RETURN edge {.*, version: version, deployment: this} AS node
