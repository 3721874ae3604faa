// The roles in which data was read to make the compared versions, and which data for each.
CALL (this) {
  UNWIND this.versions AS version
  MATCH (version)<-[:PRODUCED]-(:Run)<-[edge:CONSUMED_BY]-(:DatasetVersion)
  RETURN DISTINCT edge.role AS role
}
WITH this.versions AS versions, role ORDER BY role
CALL (versions, role) {
  UNWIND range(0, size(versions) - 1) AS position
  WITH role, position, versions[position] AS version
  CALL (version, role) {
    OPTIONAL MATCH (version)<-[:PRODUCED]-(:Run)<-[:CONSUMED_BY {role: role}]-(read:DatasetVersion)
    WITH DISTINCT read ORDER BY read.ref
    RETURN collect(read) AS read
  }
  WITH version, read, position ORDER BY position
  RETURN collect({version: version.ref, read: read}) AS rows
}
WITH role, rows, [row IN rows | CASE WHEN row.read <> [] THEN [each IN row.read | each.id] END] AS values
RETURN {
  role: role,
  outcome:
// include models/outcome
  , values: rows
} AS node
