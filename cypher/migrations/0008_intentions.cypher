// What serves at a deployment was told, before platforms reported: it is what was intended.
MATCH (deployment:Deployment)
WHERE deployment.intendedAt IS NULL AND EXISTS { (:ModelVersion)-[:DEPLOYED_AS]->(deployment) }
CALL (deployment) {
  SET deployment.intendedAt = deployment.updatedAt
  WITH deployment
  MATCH (version:ModelVersion)-[stay:DEPLOYED_AS]->(deployment)
  WHERE stay.until IS NULL
  CREATE (version)-[:INTENDED {
    since: stay.since, sinceRevision: stay.sinceRevision, weight: stay.weight, by: stay.by,
    reason: stay.reason
  }]->(deployment)
} IN TRANSACTIONS OF 1000 ROWS;
