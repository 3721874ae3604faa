// Ends the stays of some versions at a locked deployment, and begins those of others.
MATCH (changed:Entity {id: $id})
// include change/revise
WITH changed AS deployment, now
CALL (deployment, now) {
  UNWIND $ended AS id
  MATCH (:ModelVersion {id: id})-[edge:DEPLOYED_AS]->(deployment)
  WHERE edge.until IS NULL
  SET edge.until = now, edge.untilRevision = deployment.revision,
    edge.endedBy = $actor, edge.endReason = $reason
  RETURN count(edge) AS ended
}
CALL (deployment, now) {
  UNWIND $begun AS new
  MATCH (version:ModelVersion {id: new.version})
  CREATE (version)-[edge:DEPLOYED_AS {
    since: now, sinceRevision: deployment.revision, weight: new.weight, by: $actor, reason: $reason
  }]->(deployment)
  RETURN count(edge) AS begun
}
RETURN deployment.revision AS answer
