// What refers to `this` or to a version of it: rows of `other` and `how`, the type of an edge.
CALL (this) {
  CALL (this) {
    // include nodes/parts
    RETURN part
  }
  MATCH (part)-[edge]-(other:Entity)
  WHERE
// include nodes/refers
  RETURN other, type(edge) AS how
UNION
  WITH this WHERE this:Namespace
  MATCH (other:Run {namespace: this.name})
  RETURN other, 'IN_NAMESPACE' AS how
}
