// The edges among the nodes of the page and to those of earlier pages, at the same moment.
WITH this.asOf AS asOf, [row IN this.nodes | row.node] AS page, this.earlier AS earlier
UNWIND page AS node
MATCH (node)-[edge:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS|USED_BY|PART_OF]-(other)
WHERE (other IN earlier OR (node = startNode(edge) AND other IN page))
  AND CASE WHEN asOf IS NULL THEN edge.until IS NULL
  ELSE edge.since <= asOf AND coalesce(edge.until > asOf, true) END
WITH startNode(edge).id AS from, endNode(edge).id AS to, edge
ORDER BY from, to, type(edge), edge.since
RETURN {
  type: type(edge), from: from, to: to, role: coalesce(edge.role, edge.how), weight: edge.weight,
  since: edge.since, until: edge.until
} AS node
