// What has some words, best first: how much, and the best twenty.
CALL db.index.fulltext.queryNodes('entity_text', $lucene) YIELD node, score
WITH node, toInteger(score) AS score LIMIT 1001
WITH node, score ORDER BY score DESC, node.id DESC
WITH collect({score: score, node: node}) AS hits
CALL (hits) {
  UNWIND hits[..20] AS hit
  WITH hit.score AS score, hit.node AS node
  RETURN collect({score: score, node: node {.id, .ref}}) AS best
}
RETURN {totalCount: size(hits[..1000]), complete: size(hits) < 1001, hits: best} AS answer
