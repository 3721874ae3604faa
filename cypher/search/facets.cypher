// What `hits` have in common: of each field the values that most have.
CALL (hits) {
  UNWIND CASE WHEN any(field IN $selected WHERE field STARTS WITH 'facets') THEN hits ELSE [] END AS hit
  WITH hit.item AS item
  UNWIND [['kinds', item.nodeKind], ['namespaces', item.namespace]]
    + [tag IN coalesce(item.tags, []) | ['tags', tag]] + [owner IN coalesce(item.owners, []) | ['owners', owner]] AS pair
  WITH pair[0] AS field, pair[1] AS value, count(*) AS count
  WHERE value IS NOT NULL
  WITH field, value, count ORDER BY count DESC, value
  RETURN collect([field, {value: value, count: count}]) AS counted
}
WITH *, {
  kinds: [pair IN counted WHERE pair[0] = 'kinds' | pair[1]],
  namespaces: [pair IN counted WHERE pair[0] = 'namespaces' | pair[1]][..20],
  tags: [pair IN counted WHERE pair[0] = 'tags' | pair[1]][..20],
  owners: [pair IN counted WHERE pair[0] = 'owners' | pair[1]][..20]
} AS facets
