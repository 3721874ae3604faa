// The fifty versions with the highest metric.
MATCH (v:ModelVersion) WHERE v.`metric.m1` IS NOT NULL
WITH v ORDER BY v.`metric.m1` DESC, v.id LIMIT 50
RETURN collect(v {.id, .ref}) AS answer
