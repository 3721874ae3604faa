// A shortest way that data may have gone from `sources` to `targets`, where none was told, as `perhaps`.
WITH sure, problems, sources, targets, CASE WHEN sure IS NULL AND problems = []
  AND any(node IN sources + targets WHERE node:Column) THEN targets ELSE [] END AS origins
// include lineage/columns_upstream
// A way leads from its `head` through a run and a version to a `column`, from where on all is told.
WITH sure, problems, targets, columns AS toward, [way IN ways | {
    head: way.head, run: way.run, data: way.data, distance: way.distance,
    column: [row IN columns WHERE row.node.versionId = way.data.id | row.node][0]
  }] AS entries,
  CASE origins WHEN [] THEN [] ELSE sources END AS origins
// include lineage/columns_downstream
CALL (heads, parts) {
  // include lineage/layers
}
OPTIONAL CALL (origins, targets, entries, ways, doubtful, layers) {
  // What `node` is reached, and over which `hops` it goes on from there, with `steps` between columns after that.
  UNWIND layers AS layer
  UNWIND [target IN targets WHERE NOT target:Column] AS node
  WITH layer, node WHERE layer.told IS NOT NULL AND node IN layer.nodes
  RETURN node, layer.distance AS distance, layer.told AS certain, [] AS hops, 0 AS steps
UNION
  UNWIND ways AS way
  UNWIND [[way.data], [way.data, way.run]] AS hops
  WITH way, hops WHERE hops[-1] IN targets
  RETURN way.way[-1].node AS node, way.distance AS distance, true AS certain, hops, 0 AS steps
UNION
  UNWIND layers AS layer
  UNWIND entries AS entry
  WITH layer, entry WHERE layer.told IS NOT NULL AND entry.head IN layer.nodes
  RETURN entry.head AS node, layer.distance AS distance, layer.told AS certain,
    [hop IN [entry.run, entry.data, entry.column] WHERE hop IS NOT NULL] AS hops, entry.distance AS steps
UNION
  // Of what is read and what is written because of it nothing was told: it is both at once.
  UNWIND doubtful AS head
  UNWIND entries AS entry
  WITH head, entry WHERE head.node = entry.data
  RETURN head.node AS node, head.distance AS distance, false AS certain,
    [entry.column] AS hops, entry.distance AS steps
UNION
  UNWIND entries AS entry
  UNWIND [[entry.run, entry.data, entry.column], [entry.data, entry.column]] AS way
  WITH entry, way WHERE way[0] IN origins
  RETURN way[0] AS node, 0 AS distance, true AS certain, way[1..] AS hops, entry.distance AS steps
}
WITH sure, problems, toward, layers, doubtful, hops, steps,
  {node: node, distance: distance, certain: certain} AS row, distance + size(hops) + steps AS length
WITH sure, problems, toward, layers, doubtful, hops, steps, row, length
ORDER BY length, NOT row.certain, row.node.id, [hop IN hops | hop.id] LIMIT 1
WITH sure, problems, toward, CASE WHEN length <= $maxDepth THEN length END AS length, hops, steps, row, layers, doubtful
CALL (toward, layers, doubtful, hops, steps, row, length) {
  WITH toward, layers, doubtful, hops, steps, row, length WHERE length IS NOT NULL
  WITH toward, hops, steps, row, length,
// include lineage/walk
    AS walk
  WITH toward, steps, length, walk, reduce(ahead = [{node: row.node, edge: null}], hop IN hops | ahead + COLLECT {
    WITH ahead[-1].node AS start, hop AS next
    // A column at the end is a part of what was written: from there the edge is gone backwards.
    MATCH (start)-[edge:CONSUMED_BY|PRODUCED|DERIVED_INTO|FEEDS|PART_OF]-(next)
    WHERE
// include filters/as_of
    WITH next, edge ORDER BY type(edge), edge.since LIMIT 1
    RETURN {node: next, edge: edge}
  }) AS ahead
  WITH length, walk, ahead, reduce(told = [{node: ahead[-1].node, edge: null}], step IN range(1, steps) | told + COLLECT {
    WITH told[-1].node AS start, [row IN toward WHERE row.distance = steps - step | row.node] AS nearer
    MATCH (start)-[edge:DERIVED_INTO]->(next:Column)
    WHERE next IN nearer
      AND
// include filters/as_of
    WITH next, edge ORDER BY next.id, edge.since LIMIT 1
    RETURN {node: next, edge: edge}
  }) AS told
  RETURN collect({
    nodes: reverse([step IN walk | step.node]) + [step IN ahead[1..] + told[1..] | step.node],
    edges: reverse([step IN walk[1..] | step.edge]) + [step IN ahead[1..] + told[1..] | step.edge],
    length: length, certain: false
  })[0] AS perhaps
}
