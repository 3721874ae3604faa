// The points of a series by step; of too many the first, the last, and the extremes of equal parts.
MATCH (this)-[:HAS_CHUNK]->(chunk:MetricChunk)
WHERE chunk.lastStep >= coalesce($fromStep, 0) AND ($toStep IS NULL OR chunk.firstStep <= $toStep)
// A property that is a list is read as a whole, and so only once.
WITH chunk.number AS number, chunk.steps AS steps, chunk.times AS times, chunk.values AS values
UNWIND range(0, size(steps) - 1) AS i
WITH number, i, steps[i] AS step, times[i] AS time, values[i] AS value
WHERE step >= coalesce($fromStep, 0) AND ($toStep IS NULL OR step <= $toStep)
// Aggregated, rows no longer hold the lists; what is sorted is small.
WITH step, number, i, min(time) AS time, min(value) AS value
// Of one step, in the order in which they were told.
ORDER BY step, number, i
WITH collect(step) AS steps, collect(time) AS times, collect(value) AS values, count(*) AS size
CALL (values, size) {
  WITH values, size, CASE WHEN size <= $atMost THEN size ELSE ($atMost - 2) / 2 END AS parts
  UNWIND range(0, size - 1) AS i
  WITH i * parts / size AS part, i, values[i] AS value
  WITH part, min([value, i]) AS least, max([value, i]) AS greatest
  UNWIND [least[1], greatest[1], 0, size - 1] AS i
  WITH DISTINCT i ORDER BY i
  RETURN collect(i) AS chosen
}
UNWIND chosen AS i
RETURN {
  step: steps[i],
  time: datetime('1970-01-01T00:00Z') + duration({microseconds: times[i]}),
  value: values[i]
} AS node
