// The series of a run's metrics, by key.
MATCH (this)-[:HAS_SERIES]->(node:MetricSeries)
WHERE $keys IS NULL OR node.key IN $keys
WITH node ORDER BY node.key
RETURN node
