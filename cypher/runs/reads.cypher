// Of each of these runs, whether it is known to have read all of these nodes.
UNWIND range(0, size($runs) - 1) AS position
WITH position, $runs[position] AS told
MATCH (run:Run {id: told.id})
WITH position, all(id IN told.read WHERE EXISTS { MATCH (:Entity {id: id})-[:CONSUMED_BY]->(run) }) AS known
  ORDER BY position
RETURN collect(known) AS answer
