// What follows from `heads`, and `parts`: rows of `item`, how far `away` it is, and if that was `told`.
CALL (heads, parts) {
  UNWIND heads AS head
  WITH head.node AS start, head.distance AS before, head.told AS told
  MATCH p = (start)-[:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS|USED_BY*0..21 /* $maxDepth + 1 */]->(item)
  WHERE all(edge IN relationships(p) WHERE
// include filters/as_of
  )
  WITH start, before, told, item, min(length(p)) AS steps
  RETURN item, before + steps AS away, told
UNION ALL
  UNWIND parts AS part
  RETURN part.node AS item, part.distance AS away, part.told AS told
}
