// The aliases of a model, by name.
MATCH (this)-[edge:HAS_ALIAS]->(version)
// include models/pointing
WITH edge AS alias, version ORDER BY name
// include models/alias
