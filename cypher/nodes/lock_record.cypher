// Locks a record, and what it is a version of: its ref and revision, or those of that if it has none.
MATCH (record:Entity {id: $id})
CALL (record) {
  OPTIONAL MATCH (owner)-[:HAS_VERSION]->(record)
  SET owner.lock = true
  RETURN owner
}
SET record.lock = true
WITH CASE WHEN record.revision IS NULL THEN owner ELSE record END AS revised
RETURN {ref: revised.ref, revision: revised.revision} AS answer
