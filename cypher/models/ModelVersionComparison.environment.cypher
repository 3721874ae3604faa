// What the code ran in that made the compared versions.
CALL (this) {
  UNWIND range(0, size(this.versions) - 1) AS position
  WITH position, this.versions[position] AS version
  CALL (version) {
    OPTIONAL MATCH (version)<-[:PRODUCED]-(run:Run)
    RETURN head(collect(run)) AS run
  }
  WITH position, version, run ORDER BY position
  RETURN collect({
    version: version.ref, imageDigest: run.imageDigest, lockDigest: run.lockDigest
  }) AS rows
}
WITH rows, [row IN rows | CASE WHEN coalesce(row.imageDigest, row.lockDigest) IS NOT NULL
  THEN [coalesce(row.imageDigest, ''), coalesce(row.lockDigest, '')] END] AS values
RETURN {
  outcome:
// include models/outcome
  , values: rows
} AS node
