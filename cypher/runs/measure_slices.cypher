// Adds what runs measured on parts of their data; of a part that is known, what has the same key is replaced.
UNWIND $runs AS measured
MATCH (run:Run {id: measured.id})
UNWIND measured.slices AS told
MERGE (slice:Slice {run: run.id, name: told.name})
MERGE (run)-[:HAS_SLICE]->(slice)
SET slice += told.metrics
RETURN count(*) AS answer
