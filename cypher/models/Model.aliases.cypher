// The aliases of a model, by name.
MATCH (this)-[alias:HAS_ALIAS]->(version)
WHERE CASE WHEN $asOf IS NULL THEN alias.until IS NULL
  ELSE alias.since <= $asOf AND coalesce(alias.until > $asOf, true) END
WITH alias, version ORDER BY alias.name
// include models/alias
