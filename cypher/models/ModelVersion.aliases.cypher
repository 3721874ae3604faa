// The aliases that point at a version, by name.
WITH this AS version
MATCH (version)<-[alias:HAS_ALIAS]-()
WHERE CASE WHEN $asOf IS NULL THEN alias.until IS NULL
  ELSE alias.since <= $asOf AND coalesce(alias.until > $asOf, true) END
WITH alias, version ORDER BY alias.name
// include models/alias
