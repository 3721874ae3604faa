// The edges of a path, from its first node on.
UNWIND range(0, size(this.edges) - 1) AS position
WITH position, this.edges[position] AS edge
ORDER BY position
RETURN {
  type: type(edge), from: startNode(edge).id, to: endNode(edge).id,
  role: coalesce(edge.role, edge.how), weight: edge.weight, since: edge.since, until: edge.until
} AS node
