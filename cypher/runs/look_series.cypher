// What there is of each of these series: what is known of it, and its points in chunks from a step on.
UNWIND $series AS told
OPTIONAL MATCH (series:MetricSeries {run: $run, key: told.key})
CALL (series, told) {
  WITH series, told WHERE series.lastStep >= told.first
  MATCH (series)-[:HAS_CHUNK]->(chunk:MetricChunk) WHERE chunk.lastStep >= told.first
  RETURN collect({steps: chunk.steps, values: chunk.values}) AS chunks
}
RETURN collect({key: told.key, known: properties(series), chunks: chunks}) AS answer
