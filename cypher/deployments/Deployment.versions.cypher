// What serves at a deployment, now or at a moment, the largest share first.
MATCH (version:ModelVersion)-[edge:DEPLOYED_AS]->(this)
WHERE
// include filters/as_of
WITH this, version, edge ORDER BY edge.weight DESC, version.ref
RETURN edge {.*, version: version, deployment: this} AS node
