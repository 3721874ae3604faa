// What would go with `this`: rows of `part`, itself, its versions and their columns.
CALL (this) {
  RETURN this AS part
UNION
  MATCH (this)-[:HAS_VERSION]->(part)
  RETURN part
UNION
  MATCH (this)<-[:PART_OF]-(part)
  RETURN part
UNION
  MATCH (this)-[:HAS_VERSION]->()<-[:PART_OF]-(part)
  RETURN part
}
