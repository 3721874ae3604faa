// What somebody who types may mean, best first.
UNWIND CASE WHEN $some THEN [true] ELSE [] END AS some
// include search/found
  WITH item, score ORDER BY score DESC, item.ref LIMIT $first
  RETURN collect(item) AS items
}
UNWIND items AS item
RETURN {ref: item.ref, kind: item.nodeKind} AS node
