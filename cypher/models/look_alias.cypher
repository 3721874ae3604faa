// What these refs name: first a model, then perhaps a version to serve it. The model's revision, and where its alias points; which of both are archived. Nobody else changes them meanwhile.
CALL () {
  // include refs/resolve
}
WITH answer AS found
CALL (found) {
  UNWIND found[0] AS named
  MATCH (model:Entity {id: named.id}) WHERE model:Model
  SET model.lock = true
  WITH model
  OPTIONAL MATCH (model)-[alias:HAS_ALIAS {name: $alias}]->(version)
  WHERE alias.until IS NULL
  RETURN collect(model)[0] AS model,
    collect({revision: model.revision, version: version {.id, .ref}})[0] AS alias
}
CALL (found, model) {
  UNWIND found[1] AS named
  MATCH (version:ModelVersion {id: named.id})
  WHERE version.modelRef = model.ref
  SET version.lock = true
  RETURN collect(version) AS versions
}
CALL (model, versions) {
  UNWIND [model] + versions AS node
  WITH node, model AS of
  // include change/archived_of
}
RETURN {found: found, alias: alias, archived: answer} AS answer
