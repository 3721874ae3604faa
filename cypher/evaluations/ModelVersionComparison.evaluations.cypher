// What the newest evaluations of the compared versions said, by suite.
CALL (this) {
  UNWIND this.versions AS version
  MATCH (version)-[:CONSUMED_BY {role: 'evaluated'}]->(run:Run)
  WHERE run.status = 'FINISHED' AND run.suite IS NOT NULL
  RETURN DISTINCT run.suite AS suite
}
WITH this.versions AS versions, suite ORDER BY suite
RETURN {suite: suite, values: [version IN versions | {version: version.ref, evaluation: COLLECT {
  MATCH (version)-[:CONSUMED_BY {role: 'evaluated'}]->(run:Run)
  WHERE run.status = 'FINISHED' AND run.suite = suite
  RETURN run ORDER BY run.id DESC LIMIT 1
}[0]}]} AS node
