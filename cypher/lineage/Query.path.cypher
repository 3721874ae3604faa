// One shortest path downstream between two nodes that was told, or else one that data may have gone, or none.
UNWIND [{side: 'from', refs: $from}, {side: 'to', refs: $to}] AS end
CALL (end) {
  WITH end.refs AS refs
  // include lineage/starts of $ends
  RETURN starts, problems
}
WITH end, starts, problems ORDER BY end.side
WITH collect(starts) AS ends, collect(problems) AS problems
WITH ends[0] AS sources, ends[1] AS targets, problems[0] + problems[1] AS problems
CALL (sources, targets) {
  // Backwards: what led to one place is far less, as a rule, than what one place led to.
  UNWIND CASE sources WHEN [] THEN [] ELSE targets END AS start
  // include lineage/upstream
  WHERE distance <= $maxDepth
  WITH distance, collect(item) AS layer ORDER BY distance
  RETURN collect(layer) AS layers
}
CALL (sources, layers) {
  UNWIND sources AS source
  UNWIND range(0, size(layers) - 1) AS distance
  WITH source, distance WHERE source IN layers[distance]
  WITH source, distance ORDER BY distance, source.id LIMIT 1
  RETURN collect({node: source, distance: distance}) AS nearest
}
WITH problems, sources, targets, layers, nearest[0] AS nearest
WITH problems, sources, targets, nearest,
  reduce(walk = [{node: nearest.node, edge: null}], step IN range(1, coalesce(nearest.distance, 0)) | walk + COLLECT {
    WITH walk[-1].node AS start
    MATCH (start)-[edge:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS|USED_BY]->(next)
    WHERE next IN layers[nearest.distance - step]
      AND
// include filters/as_of
    WITH next, edge ORDER BY next.id, type(edge), edge.since LIMIT 1
    RETURN {node: next, edge: edge}
  }) AS walk
WITH problems, sources, targets, CASE WHEN nearest IS NOT NULL THEN {
  nodes: [step IN walk | step.node],
  edges: [step IN walk[1..] | step.edge],
  length: nearest.distance, certain: true
} END AS sure
// include lineage/perhaps
WITH problems, coalesce(sure, perhaps) AS path
WHERE path IS NOT NULL OR problems <> []
RETURN {
  problems: problems, nodes: coalesce(path.nodes, []), edges: coalesce(path.edges, []),
  length: path.length, certain: path.certain
} AS node
