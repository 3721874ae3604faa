// The versions that the compared versions were made from directly.
CALL (this) {
  UNWIND range(0, size(this.versions) - 1) AS position
  WITH position, this.versions[position] AS compared
  CALL (compared) {
    CALL (compared) {
      WITH compared AS this
      // include models/ModelVersion.bases
    }
    RETURN collect(node) AS bases
  }
  WITH position, compared, bases ORDER BY position
  RETURN collect({version: compared.ref, bases: bases}) AS rows
}
WITH rows, [row IN rows | CASE WHEN row.bases <> [] THEN
  [base IN row.bases | [base.version.id, base.how]] END] AS values
RETURN {
  outcome:
// include models/outcome
  , values: rows
} AS node
