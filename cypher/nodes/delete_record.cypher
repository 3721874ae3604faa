// Deletes a locked record with its versions and all that is theirs alone, and says what went.
MATCH (this:Entity {id: $id})
CALL (this) {
  OPTIONAL MATCH (changed)-[:HAS_VERSION]->(this)
  WITH changed, this WHERE changed IS NOT NULL
  CALL (changed, this) {
    OPTIONAL MATCH (changed)-[:HAS_VERSION]->(rest) WHERE rest <> this
    RETURN max(rest.id) AS id, max(rest.number) AS number
  }
  // Numbers are counted on: that of a deleted version is never given again.
  SET changed.latestId = CASE WHEN changed:Dataset THEN id END,
    changed.latestNumber = CASE WHEN changed:Model THEN coalesce(number, 0) END
  WITH changed
  // include change/revise
  RETURN collect(changed.id) AS owners
}
CALL (this) {
  // include nodes/parts
  WITH this, part ORDER BY part <> this, part.id
  RETURN collect(part) AS parts,
    collect({id: part.id, kind: part.nodeKind, ref: part.ref}) AS deleted
}
CALL (parts) {
  UNWIND parts AS part
  MATCH (part)-[:HAS_SERIES|HAS_SLICE|IS_NOW]-(own)
  OPTIONAL MATCH (own)-[:HAS_CHUNK]->(chunk)
  DETACH DELETE own, chunk
}
CALL (this, parts) {
  UNWIND parts AS part
  MATCH (part)-[edge]-(other)
  WHERE NOT other:Entity OR NOT (
// include nodes/refers
  )
  DELETE edge
}
CALL (parts) {
  // Whoever referred to one of them meanwhile has an edge to it: then the database refuses this.
  UNWIND parts AS part
  DELETE part
}
RETURN {deleted: deleted, owners: owners} AS answer
