// The parts of the data on which at least one of the evaluations by one suite measured, by name.
CALL (this) {
  UNWIND this.values AS value
  WITH value.evaluation AS run WHERE run IS NOT NULL
  MATCH (run)-[:HAS_SLICE]->(slice:Slice)
  RETURN DISTINCT slice.name AS name
}
WITH this.values AS values, name ORDER BY name
RETURN {name: name, rows: [value IN values | {ref: value.version, of: COLLECT {
  WITH value.evaluation AS run WHERE run IS NOT NULL
  MATCH (run)-[:HAS_SLICE]->(slice:Slice {name: name})
  RETURN slice
}[0]}]} AS node
