// What a run read although it is made of what the run wrote: refs, at most ten.
MATCH (run:Run {id: $id})-[:CONSUMED_BY|PRODUCED|DERIVED_INTO*1..]->(reached)
WITH DISTINCT run, reached
WHERE EXISTS { MATCH (reached)-[:CONSUMED_BY]->(run) }
WITH reached.ref AS ref ORDER BY ref LIMIT 10
RETURN collect(ref) AS answer
