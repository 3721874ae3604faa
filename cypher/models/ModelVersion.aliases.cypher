// The aliases that point at a version, by name.
WITH this AS version
MATCH (version)<-[edge:HAS_ALIAS]-()
WHERE
// include filters/as_of
WITH edge AS alias, version ORDER BY alias.name
// include models/alias
