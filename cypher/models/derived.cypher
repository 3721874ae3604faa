// The versions that were made from a version directly, with or without a run.
CALL (this) {
  MATCH (this)-[:DERIVED_INTO]->(node:ModelVersion)
  RETURN node
UNION
  MATCH (this)-[:CONSUMED_BY {role: 'base'}]->(:Run)-[:PRODUCED]->(node:ModelVersion)
  RETURN node
}
