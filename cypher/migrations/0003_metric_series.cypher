// Series of metrics: one of a key for a run, in numbered chunks.
CREATE CONSTRAINT metric_series_key IF NOT EXISTS FOR (n:MetricSeries) REQUIRE (n.run, n.key) IS UNIQUE;
CREATE CONSTRAINT metric_chunk_number IF NOT EXISTS FOR (n:MetricChunk) REQUIRE (n.run, n.key, n.number) IS UNIQUE;
