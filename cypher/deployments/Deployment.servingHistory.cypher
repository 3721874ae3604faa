// All stays that there ever were at a deployment, newest first.
MATCH (version:ModelVersion)-[edge:DEPLOYED_AS]->(this)
// Times may be equal; the revision counts what began, and a version begins once in each.
WITH this, version, edge, right('00000000' + toString(edge.sinceRevision), 9) + ' ' + version.id AS place
WHERE $after IS NULL OR place < $after
WITH this, version, edge, place ORDER BY place DESC LIMIT $first + 1
RETURN edge {.*, version: version, deployment: this} AS node, ['since', place] AS position
