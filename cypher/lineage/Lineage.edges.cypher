// The edges among the nodes of the page, at the same moment.
WITH this.asOf AS asOf, [row IN this.nodes | row.node] AS page
UNWIND page AS start
MATCH (start)-[edge:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS]->(end)
WHERE end IN page AND CASE WHEN asOf IS NULL THEN edge.until IS NULL
  ELSE edge.since <= asOf AND coalesce(edge.until > asOf, true) END
WITH start.id AS from, end.id AS to, edge
ORDER BY from, to, type(edge), edge.since
RETURN {
  type: type(edge), from: from, to: to, role: coalesce(edge.role, edge.how), weight: edge.weight,
  since: edge.since, until: edge.until
} AS node
