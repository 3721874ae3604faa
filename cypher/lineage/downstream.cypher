// What follows from `start` along current edges, or those of `$asOf`: rows of `item`, `distance`.
MATCH p = (start)-[:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS|USED_BY*0..21 /* $maxDepth + 1 */]->(item)
WHERE all(edge IN relationships(p) WHERE
// include filters/as_of
)
// Exactly this aggregation makes the planner visit each node once; see docs/decisions/0005.
WITH item, min(length(p)) AS distance
