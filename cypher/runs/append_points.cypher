// Appends points to the series of a run, which is locked, and sets its metrics to the last of them.
MATCH (run:Run {id: $run})
WITH run, [name IN keys($metrics) | [name, run[name]]] AS before
SET run += $metrics
WITH run, before
UNWIND $series AS told
MERGE (series:MetricSeries {run: run.id, key: told.key})
MERGE (chunk:MetricChunk {run: run.id, key: told.key, number: told.summary.chunks})
MERGE (run)-[:HAS_SERIES]->(series)
MERGE (series)-[:HAS_CHUNK]->(chunk)
SET series += told.summary,
  chunk.steps = coalesce(chunk.steps, []) + told.steps,
  chunk.times = coalesce(chunk.times, []) + told.times,
  chunk.values = coalesce(chunk.values, []) + told.values,
  chunk.firstStep = CASE WHEN chunk.firstStep <= told.steps[0]
    THEN chunk.firstStep ELSE told.steps[0] END,
  chunk.lastStep = CASE WHEN chunk.lastStep >= told.steps[-1]
    THEN chunk.lastStep ELSE told.steps[-1] END
RETURN head(collect(before)) AS answer
