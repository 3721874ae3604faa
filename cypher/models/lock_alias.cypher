// The version that an alias points at, which nobody else moves until the transaction ends.
MATCH (model:Model {id: $model})
SET model.lock = true
WITH model
OPTIONAL MATCH (model)-[alias:HAS_ALIAS {name: $alias}]->(version)
WHERE alias.until IS NULL
RETURN version {.id, .ref} AS answer
