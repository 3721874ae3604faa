// The rows `item`, `distance`, counted by kind; and the nodes of earlier pages, if edges lead there.
WHERE distance <= $maxDepth
WITH item.nodeKind AS kind, count(*) AS count, collect(CASE
  WHEN 'edges' IN $selected AND (distance < $after.distance
    OR (distance = $after.distance AND item.id <= $after.id)) THEN item END) AS before
ORDER BY kind
RETURN collect({kind: kind, count: count}) AS counts,
  reduce(all = [], before IN collect(before) | all + before) AS earlier
