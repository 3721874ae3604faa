// A page in the order that is asked for, and one row more; what has no such value comes last.
// `rank + 0`: by `rank` alone Neo4j sorts all nodes before it looks which come after, and holds them.
WITH node, node[$order.property] AS value
WITH node, value, CASE
  WHEN value IS NULL THEN 4
  WHEN value IS :: FLOAT OR value IS :: INTEGER THEN 0
  WHEN value IS :: STRING THEN 1
  WHEN value IS :: BOOLEAN THEN 2
  ELSE 3 END AS rank
WHERE $after IS NULL OR rank > $after.rank OR rank = $after.rank AND (
  coalesce(value = $after.value, true) AND node.id > $after.id
  OR coalesce(CASE WHEN $order.descending THEN value < $after.value ELSE value > $after.value END, false)
)
WITH node, value, rank ORDER BY rank + 0,
  CASE WHEN $order.descending THEN null ELSE value END,
  CASE WHEN $order.descending THEN value END DESC,
  node.id LIMIT $first + 1
RETURN node, [
  $order.name, rank, CASE WHEN rank = 3 THEN toString(value) ELSE value END, node.id
] AS position
