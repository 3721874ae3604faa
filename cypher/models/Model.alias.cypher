// What an alias of a model points at, now or at a moment.
MATCH (this)-[alias:HAS_ALIAS {name: $name}]->(version)
WHERE CASE WHEN $asOf IS NULL THEN alias.until IS NULL
  ELSE alias.since <= $asOf AND coalesce(alias.until > $asOf, true) END
WITH alias, version
// include models/alias
