// Adds what a run measured on parts of its data; of a part that is known, what has the same key is replaced.
MATCH (run:Run {id: $run})
UNWIND $slices AS told
MERGE (slice:Slice {run: run.id, name: told.name})
MERGE (run)-[:HAS_SLICE]->(slice)
SET slice += told.metrics
RETURN count(*) AS answer
