// Ends where an alias points, and points it at a version if one is given; its model is locked.
MATCH (changed:Entity {id: $model})
// include change/revise
WITH changed AS model, now
CALL (model, now) {
  MATCH (model)-[alias:HAS_ALIAS {name: $alias}]->()
  WHERE alias.until IS NULL
  SET alias.until = now, alias.endedBy = $actor, alias.endReason = $reason,
    alias.removed = CASE WHEN $version IS NULL THEN true END
}
CALL (model, now) {
  MATCH (version:ModelVersion {id: $version})
  CREATE (model)-[alias:HAS_ALIAS {name: $alias, since: now, by: $actor}]->(version)
  SET alias.reason = $reason
}
RETURN true AS answer
