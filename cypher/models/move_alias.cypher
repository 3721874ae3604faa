// Ends where an alias points, and points it at a version if one is given; its model is locked.
MATCH (model:Model {id: $model})
SET model.revision = model.revision + 1
WITH model, datetime.truncate('microsecond', datetime.realtime()) AS now
SET model.updatedAt = now, model.updatedBy = $actor
WITH model, now
CALL (model, now) {
  MATCH (model)-[alias:HAS_ALIAS {name: $alias}]->()
  WHERE alias.until IS NULL
  SET alias.until = now, alias.endedBy = $actor, alias.endReason = $reason
}
CALL (model, now) {
  MATCH (version:ModelVersion {id: $version})
  CREATE (model)-[alias:HAS_ALIAS {name: $alias, since: now, by: $actor}]->(version)
  SET alias.reason = $reason
}
RETURN model.id AS answer
