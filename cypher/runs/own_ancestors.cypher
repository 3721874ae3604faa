// Which runs read what is made of what they wrote, as far as no run with a later place made it: refs, at most ten of each.
UNWIND $runs AS told
MATCH (run:Run {id: told.id})
CALL (run, told) {
  MATCH path = (run)-[:CONSUMED_BY|PRODUCED|DERIVED_INTO*1..]->(reached)
  WHERE all(node IN nodes(path) WHERE coalesce($places[node.id] <= told.place, true))
  WITH DISTINCT run, reached
  WHERE EXISTS { MATCH (reached)-[:CONSUMED_BY]->(run) }
  WITH reached.ref AS ref ORDER BY ref LIMIT 10
  RETURN collect(ref) AS refs
}
WITH told, refs WHERE refs <> []
RETURN collect({place: told.place, refs: refs}) AS answer
