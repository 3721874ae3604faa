// What a deployment feeds, now or at a moment, what was recorded last first.
MATCH (this)-[edge:FEEDS]->(fed)
WHERE fed.id < coalesce($after, 'z') AND
// include filters/as_of
WITH edge, fed ORDER BY fed.id DESC LIMIT $first + 1
RETURN edge {.*, node: fed} AS node, ['id', fed.id] AS position
