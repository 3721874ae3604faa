// The deployments and applications that these nodes affect, with one shortest explanation for each.
WITH $of AS refs
// include lineage/starts of $of
// if $searched
CALL (problems) {
  // As many columns as are followed, and one more, which tells that there are.
  WITH problems WHERE $searched AND problems = []
// include filters/archived_owners
// include filters/named_refs
  MATCH (node:Column)
  WHERE true
// include columns/filter_columns
  WITH node ORDER BY node.ref LIMIT 10001
  RETURN collect(node) AS found
}
// else: WITH *, [] AS found
WITH problems, starts + found[..10000] AS origins, size(found) AS found
// if $searched or $of.columns or $of.form.id
// include lineage/columns_downstream
// else: WITH *, [node IN origins | {node: node, distance: 0, told: true}] AS heads, [] AS parts
CALL (origins, heads, parts) {
  WITH * WHERE any(field IN $selected WHERE field IN ['items', 'pageInfo', 'complete',
    'truncatedBy', 'totalCount', 'environments', 'namespaces'])
// if $searched or $of.columns or $of.form.id
  // include lineage/followed_downstream
  // include lineage/nearest
// else
  UNWIND origins AS start
  // include lineage/downstream
  WITH item, distance, true AS certain
// end
  // include lineage/hits
  WITH hit, distance, certain ORDER BY distance, hit.id
  RETURN collect({distance: distance, node: hit, certain: certain}) AS rows
}
// if $selected.items.explanation or $selected.counts
CALL (heads, parts) {
  // Where the explanations walk, and what the counts count.
  WITH heads, parts WHERE any(field IN $selected WHERE field IN ['items.explanation', 'counts'])
  // include lineage/layers
}
// else: WITH *, [] AS layers
// if $selected.environments or $selected.namespaces
CALL (rows) {
  WITH rows WHERE any(field IN $selected WHERE field IN ['environments', 'namespaces'])
  UNWIND rows AS row
  WITH row.node AS hit, row.distance AS distance WHERE distance <= $maxDepth
  WITH hit.nodeKind AS kind, hit.namespace AS namespace, hit.environment AS environment, count(*) AS count
  RETURN collect({kind: kind, namespace: namespace, environment: environment, count: count}) AS hits
}
// else: WITH *, [] AS hits
// if $selected.counts
CALL (layers) {
  WITH layers WHERE 'counts' IN $selected
  UNWIND layers AS layer
  UNWIND layer.nodes AS item
  WITH DISTINCT item
  WITH item.nodeKind AS kind, count(*) AS count ORDER BY kind
  RETURN collect({kind: kind, count: count}) AS counts
}
// else: WITH *, [] AS counts
WITH *, rows[-1].distance > $maxDepth AS deeper
WITH *, CASE WHEN deeper THEN [row IN rows WHERE row.distance <= $maxDepth] ELSE rows END AS reached
WITH *, size(reached) AS totalCount,
// include lineage/next_rows
  AS rows
// if $selected.items.explanation
CALL (rows, layers, heads) {
  WITH rows, layers, [head IN heads WHERE NOT head.told] AS doubtful
  UNWIND rows[..$first] AS row
  WITH row, CASE WHEN 'items.explanation' IN $selected THEN
// include lineage/walk
  END AS walk
  RETURN collect({
    distance: row.distance, node: row.node, certain: row.certain,
    explanation: CASE WHEN walk IS NOT NULL THEN {
      nodes: reverse([step IN walk | step.node]),
      edges: reverse([step IN walk[1..] | step.edge]),
      length: row.distance,
      certain: row.certain
    } END
  }) AS items
}
// else: WITH *, rows[..$first] AS items
WITH problems, found, items, hits, counts, totalCount, CASE
  WHEN size(rows) > $first THEN 'PAGE' WHEN found > 10000 THEN 'STARTS' WHEN deeper THEN 'DEPTH' END AS truncatedBy
RETURN {
  problems: problems,
  list: $list,
  isLater: $after IS NOT NULL,
  columnCount: CASE WHEN NOT $searched THEN null WHEN found > 10000 THEN 10000 ELSE found END,
  items: items,
  hits: hits,
  counts: counts,
  totalCount: totalCount,
  complete: truncatedBy IS NULL,
  truncatedBy: truncatedBy
} AS node
