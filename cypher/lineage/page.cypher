// One page of the rows `item`, `distance`, nearest first, and one row more that tells why it ends.
WHERE distance > $maxDepth OR $after IS NULL OR distance > $after.distance
  OR (distance = $after.distance AND item.id > $after.id)
WITH *
ORDER BY distance, item.id
LIMIT $first + 1
