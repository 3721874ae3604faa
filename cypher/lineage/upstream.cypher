// What led to `start` along current edges, or those of `$asOf`: rows of `item`, `distance`.
MATCH p = (start)<-[:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS|USED_BY*0..21 /* $maxDepth + 1 */]-(item)
// Where columns are not asked for, nothing leads to them.
WHERE all(edge IN relationships(p) WHERE (type(edge) <> 'USED_BY' OR 'Column' IN coalesce($kinds, [])) AND
// include filters/as_of
)
// Exactly this aggregation makes the planner visit each node once; see docs/decisions/0005.
WITH item, min(length(p)) AS distance
