// The deployments and applications that these nodes affect, with one shortest explanation for each.
WITH $of AS refs
// include lineage/starts
CALL (starts) {
  WITH starts WHERE any(field IN $selected WHERE field IN
    ['items', 'pageInfo', 'complete', 'truncatedBy'])
  UNWIND starts AS start
  // include lineage/downstream
  // include lineage/hits
  WHERE $after IS NULL OR distance > $after.distance
    OR (distance = $after.distance AND hit.id > $after.id)
  WITH hit, distance
  ORDER BY distance, hit.id
  LIMIT $first + 1
  RETURN collect({distance: distance, node: hit}) AS rows
}
CALL (starts) {
  WITH starts WHERE any(field IN $selected WHERE field IN ['items.explanation', 'counts',
    'totalCount', 'environments', 'namespaces', 'complete', 'truncatedBy'])
  UNWIND starts AS start
  // include lineage/downstream
  WITH distance, collect(item) AS layer ORDER BY distance
  RETURN collect(layer) AS layers
}
CALL (layers) {
  WITH layers WHERE any(field IN $selected WHERE field IN
    ['totalCount', 'environments', 'namespaces'])
  UNWIND range(0, size(layers) - 1) AS distance
  UNWIND layers[distance] AS item
  // include lineage/hits
  WITH hit.nodeKind AS kind, hit.namespace AS namespace, environment, count(*) AS count
  RETURN collect({kind: kind, namespace: namespace, environment: environment, count: count}) AS hits
}
CALL (layers) {
  WITH layers WHERE 'counts' IN $selected
  UNWIND layers[..$maxDepth + 1] AS layer
  UNWIND layer AS item
  WITH item.nodeKind AS kind, count(*) AS count
  RETURN collect({kind: kind, count: count}) AS counts
}
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
        AND CASE WHEN $asOf IS NULL THEN edge.until IS NULL
          ELSE edge.since <= $asOf AND coalesce(edge.until > $asOf, true) END
      WITH before, edge ORDER BY before.id, type(edge), edge.since LIMIT 1
      RETURN {node: before, edge: edge}
    }) END AS walk
  RETURN collect({distance: row.distance, node: row.node, explanation: CASE WHEN walk IS NOT NULL THEN {
    nodes: reverse([step IN walk | step.node]),
    edges: reverse([step IN walk[1..] | step.edge]),
    length: row.distance
  } END}) AS items
}
WITH problems, items, hits, counts, CASE
  WHEN size(rows) > $first THEN 'PAGE'
  WHEN size(layers) > $maxDepth + 1 THEN 'DEPTH' END AS truncatedBy
RETURN {
  problems: problems,
  items: items,
  hits: hits,
  counts: counts,
  totalCount: reduce(total = 0, hit IN hits | total + hit.count),
  complete: truncatedBy IS NULL,
  truncatedBy: truncatedBy
} AS node
