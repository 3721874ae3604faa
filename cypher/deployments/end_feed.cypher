// Records that a locked deployment feeds a node no longer.
MATCH (deployment:Entity {id: $id})-[edge:FEEDS]->(fed:Entity {id: $fed})
WHERE edge.until IS NULL
SET edge.until = datetime.truncate('microsecond', datetime.realtime()), edge.endedBy = $actor
RETURN true AS answer
