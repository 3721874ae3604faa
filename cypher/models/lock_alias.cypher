// A model's revision, and the version that an alias points at; nobody else moves it meanwhile.
MATCH (model:Model {id: $model})
SET model.lock = true
WITH model
OPTIONAL MATCH (model)-[alias:HAS_ALIAS {name: $alias}]->(version)
WHERE alias.until IS NULL
RETURN {revision: model.revision, version: version {.id, .ref}} AS answer
