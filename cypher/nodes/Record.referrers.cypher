// What refers to a record, or to a version that would go with it, newest first.
// include nodes/referring
WITH other, how WHERE other.id < coalesce($after, 'z')
WITH other, how ORDER BY how
WITH other, collect(DISTINCT how) AS how ORDER BY other.id DESC LIMIT $first + 1
RETURN {node: other, how: how} AS node, ['id', other.id] AS position
