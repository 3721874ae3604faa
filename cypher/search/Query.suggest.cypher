// What somebody who types may mean: what has a ref that begins so first, then the best.
UNWIND CASE WHEN $some THEN [true] ELSE [] END AS some
// include search/found
  WITH item, score ORDER BY toLower(item.ref) STARTS WITH $typed DESC, score DESC, item.ref LIMIT $first
  RETURN collect(item) AS items
}
UNWIND items AS item
RETURN {ref: item.ref, kind: item.nodeKind} AS node
