// Ends the stays of some versions at locked deployments, begins those of others; what is said and intended.
UNWIND keys($changes) AS id
MATCH (changed:Entity {id: id})
// include change/revise
WITH changed AS deployment, now, $changes[changed.id] AS change
WITH deployment, now, change, [name IN keys(change.facts) | [name, deployment[name]]] AS before
SET deployment += change.facts,
  deployment.intendedAt = CASE WHEN change.told THEN now ELSE deployment.intendedAt END
WITH deployment, now, change, before
CALL (deployment, now, change) {
  UNWIND change.ended AS id
  MATCH (:ModelVersion {id: id})-[edge:DEPLOYED_AS]->(deployment)
  WHERE edge.until IS NULL
  SET edge.until = now, edge.untilRevision = deployment.revision,
    edge.endedBy = $actor, edge.endReason = $reason
  RETURN count(edge) AS ended
}
CALL (deployment, now, change) {
  UNWIND change.begun AS new
  MATCH (version:ModelVersion {id: new.version})
  CREATE (version)-[edge:DEPLOYED_AS {
    since: now, sinceRevision: deployment.revision, weight: new.weight, by: $actor, reason: $reason
  }]->(deployment)
  RETURN count(edge) AS begun
}
CALL (deployment, now, change) {
  UNWIND change.dropped AS id
  MATCH (:ModelVersion {id: id})-[edge:INTENDED]->(deployment)
  WHERE edge.until IS NULL
  SET edge.until = now, edge.untilRevision = deployment.revision,
    edge.endedBy = $actor, edge.endReason = $reason
  RETURN count(edge) AS dropped
}
CALL (deployment, now, change) {
  UNWIND change.intended AS new
  MATCH (version:ModelVersion {id: new.version})
  CREATE (version)-[edge:INTENDED {
    since: now, sinceRevision: deployment.revision, weight: new.weight, by: $actor, reason: $reason
  }]->(deployment)
  RETURN count(edge) AS intended
}
RETURN collect({id: deployment.id, before: before}) AS answer
