// The aliases of a model, by name.
MATCH (this)-[edge:HAS_ALIAS]->(version)
WHERE
// include filters/as_of
WITH edge AS alias, version ORDER BY alias.name
// include models/alias
