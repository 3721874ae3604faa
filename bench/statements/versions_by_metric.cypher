// The newest fifty versions with a metric of at least so much.
MATCH (v:ModelVersion) WHERE v.id < 'z' AND v.`metric.m1` >= $gte
WITH v ORDER BY v.id DESC LIMIT 50
RETURN collect(v {.id, .ref}) AS answer
