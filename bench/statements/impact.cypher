// The deployments that follow from a node: how many, and the nearest hundred.
MATCH (s:Entity {ref: $ref})
MATCH p = (s)-[:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS*1..20]->(d:Deployment)
WHERE all(e IN relationships(p) WHERE e.until IS NULL)
WITH d, min(length(p)) AS distance ORDER BY distance, d.id
WITH collect({distance: distance, node: d}) AS hits
CALL (hits) {
  UNWIND hits[..100] AS hit
  WITH hit.distance AS distance, hit.node AS d
  RETURN collect({distance: distance, node: d {.id, .ref, .name, .environment, .owners}}) AS items
}
RETURN {totalCount: size(hits), items: items} AS answer
