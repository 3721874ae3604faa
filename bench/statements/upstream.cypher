// What a node was made from: how much, and the nearest hundred.
MATCH (s:Entity {ref: $ref})
MATCH p = (s)<-[:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS*0..20]-(n)
WHERE all(e IN relationships(p) WHERE e.until IS NULL)
WITH n, min(length(p)) AS distance ORDER BY distance, n.id
WITH collect({distance: distance, node: n}) AS rows
CALL (rows) {
  UNWIND rows[..100] AS row
  WITH row.distance AS distance, row.node AS n
  RETURN collect({
    distance: distance, node: n {.id, .ref, createdAt: toString(n.createdAt)}
  }) AS nodes
}
RETURN {totalCount: size(rows), nodes: nodes} AS answer
