// Ends the stays of some versions at a locked deployment, and begins those of others.
MATCH (deployment:Entity {id: $id})
// The clock is read under the lock, and may not run backwards: stays follow one another. Clients
// keep microseconds: a time that they hand back as `asOf` must be the same one.
WITH deployment, deployment.revision + 1 AS revision,
  datetime.truncate('microsecond', datetime.realtime()) AS clock,
  deployment.updatedAt + duration({microseconds: 1}) AS next
WITH deployment, revision, CASE WHEN clock > next THEN clock ELSE next END AS now
SET deployment.revision = revision, deployment.updatedAt = now, deployment.updatedBy = $actor
WITH deployment, revision, now
CALL (deployment, revision, now) {
  UNWIND $ended AS id
  MATCH (:ModelVersion {id: id})-[edge:DEPLOYED_AS]->(deployment)
  WHERE edge.until IS NULL
  SET edge.until = now, edge.untilRevision = revision,
    edge.endedBy = $actor, edge.endReason = $reason
  RETURN count(edge) AS ended
}
CALL (deployment, revision, now) {
  UNWIND $begun AS new
  MATCH (version:ModelVersion {id: new.version})
  CREATE (version)-[edge:DEPLOYED_AS {
    since: now, sinceRevision: revision, weight: new.weight, by: $actor, reason: $reason
  }]->(deployment)
  RETURN count(edge) AS begun
}
RETURN revision AS answer
