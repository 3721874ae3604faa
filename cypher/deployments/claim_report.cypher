// Counts up what a platform reported of a namespace: how often, and the deployments that matter.
// Nobody else reports for it until the transaction ends. Null without the namespace.
OPTIONAL MATCH (namespace:Namespace {name: $namespace})
CALL (namespace) {
  WITH namespace WHERE namespace IS NOT NULL
  MERGE (report:Report {key: namespace.id + ' ' + $platform})
  ON CREATE SET report.revision = 0
  SET report.lock = true
  SET report.revision = report.revision + 1, report.platform = $platform, report.by = $actor,
    report.at = datetime.truncate('microsecond', datetime.realtime())
  RETURN head(collect({
    revision: report.revision,
    deployments: COLLECT {
      MATCH (deployment:Deployment {namespace: namespace.name})
      WHERE deployment.name IN $names OR deployment.platform = $platform AND EXISTS {
        MATCH (deployment)<-[edge:DEPLOYED_AS]-() WHERE edge.until IS NULL
      }
      RETURN deployment.id
    }
  })) AS claimed
}
RETURN claimed AS answer
