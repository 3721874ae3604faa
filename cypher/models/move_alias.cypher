// Ends where an alias points, and points it at a version if one is given; its model is locked.
MATCH (model:Model {id: $model})
WITH model, datetime.truncate('microsecond', datetime.realtime()) AS clock
// A clock may stand still or go back; a history may not.
WITH model, CASE WHEN clock > model.updatedAt THEN clock
  ELSE model.updatedAt + duration({microseconds: 1}) END AS now
SET model.revision = model.revision + 1, model.updatedAt = now, model.updatedBy = $actor
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
