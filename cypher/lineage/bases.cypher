// The versions that `start` was made from, directly or not: rows of `item` and `distance`.
MATCH p = (start)<-[:CONSUMED_BY|PRODUCED|DERIVED_INTO*0..42]-(item)
WHERE all(edge IN relationships(p) WHERE type(edge) <> 'CONSUMED_BY' OR edge.role = 'base')
// Exactly this aggregation makes the planner visit each node once; see docs/decisions/0005.
WITH item, min(length(p)) AS distance
WHERE distance > 0 AND item:ModelVersion
