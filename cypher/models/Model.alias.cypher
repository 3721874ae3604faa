// What an alias of a model points at, now or at a moment.
MATCH (this)-[edge:HAS_ALIAS {name: $name}]->(version)
// include models/pointing
WITH edge AS alias, version
// include models/alias
