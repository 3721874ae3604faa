// Locks a record, and what it is a version of: its revision.
MATCH (record:Entity {id: $id})
CALL (record) {
  OPTIONAL MATCH (owner)-[:HAS_VERSION]->(record)
  SET owner.lock = true
  RETURN count(owner) AS owners
}
SET record.lock = true
RETURN record.revision AS answer
