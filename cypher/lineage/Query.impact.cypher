// The deployments and applications that these nodes affect, with one shortest explanation for each.
WITH $of AS refs
// include lineage/starts
CALL (starts) {
  WITH starts WHERE any(field IN $selected WHERE field IN ['items', 'pageInfo', 'complete',
    'truncatedBy', 'totalCount', 'environments', 'namespaces'])
  UNWIND starts AS start
  // include lineage/downstream
  // include lineage/hits
  WITH hit, distance ORDER BY distance, hit.id
  RETURN collect({distance: distance, node: hit}) AS rows
}
CALL (starts) {
  // Where the explanations walk, and what the counts count.
  WITH starts WHERE any(field IN $selected WHERE field IN ['items.explanation', 'counts'])
  UNWIND starts AS start
  // include lineage/downstream
  WHERE distance <= $maxDepth
  WITH distance, collect(item) AS layer ORDER BY distance
  RETURN collect(layer) AS layers
}
CALL (rows) {
  WITH rows WHERE any(field IN $selected WHERE field IN ['environments', 'namespaces'])
  UNWIND rows AS row
  WITH row.node AS hit, row.distance AS distance WHERE distance <= $maxDepth
  WITH hit.nodeKind AS kind, hit.namespace AS namespace, hit.environment AS environment, count(*) AS count
  RETURN collect({kind: kind, namespace: namespace, environment: environment, count: count}) AS hits
}
CALL (layers) {
  WITH layers WHERE 'counts' IN $selected
  UNWIND layers AS layer
  UNWIND layer AS item
  WITH item.nodeKind AS kind, count(*) AS count ORDER BY kind
  RETURN collect({kind: kind, count: count}) AS counts
}
WITH problems, layers, hits, counts, rows[-1].distance > $maxDepth AS deeper,
  [row IN rows WHERE row.distance <= $maxDepth] AS rows
WITH problems, layers, hits, counts, deeper, size(rows) AS totalCount,
  [row IN rows WHERE $after IS NULL OR row.distance > $after.distance
    OR (row.distance = $after.distance AND row.node.id > $after.id)][..$first + 1] AS rows
CALL (rows, layers) {
  // Walks back from each row of the page, always to a node that is one step nearer to a start.
  UNWIND rows[..$first] AS row
  WITH row, CASE WHEN 'items.explanation' IN $selected THEN
    reduce(walk = [{node: row.node, edge: null}], step IN range(1, row.distance) | walk + COLLECT {
      WITH walk[-1].node AS end
      MATCH (before)-[edge:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS]->(end)
      WHERE before IN layers[row.distance - step]
        AND (step > 1 OR NOT row.node:Application
          OR $environments IS NULL OR before.environment IN $environments)
        AND
// include filters/as_of
      WITH before, edge ORDER BY before.id, type(edge), edge.since LIMIT 1
      RETURN {node: before, edge: edge}
    }) END AS walk
  RETURN collect({distance: row.distance, node: row.node, explanation: CASE WHEN walk IS NOT NULL THEN {
    nodes: reverse([step IN walk | step.node]),
    edges: reverse([step IN walk[1..] | step.edge]),
    length: row.distance
  } END}) AS items
}
WITH problems, items, hits, counts, totalCount, CASE
  WHEN size(rows) > $first THEN 'PAGE' WHEN deeper THEN 'DEPTH' END AS truncatedBy
RETURN {
  problems: problems,
  isLater: $after IS NOT NULL,
  items: items,
  hits: hits,
  counts: counts,
  totalCount: totalCount,
  complete: truncatedBy IS NULL,
  truncatedBy: truncatedBy
} AS node
