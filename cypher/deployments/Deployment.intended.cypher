// What was intended to serve at a deployment, now or at a moment, the largest share first.
MATCH (version:ModelVersion)-[edge:INTENDED]->(this)
WHERE
// include filters/as_of
WITH this, version, edge ORDER BY edge.weight DESC, version.ref
RETURN edge {.*, version: version, deployment: this} AS node
