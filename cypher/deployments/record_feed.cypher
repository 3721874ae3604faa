// Records that a locked deployment feeds a node from now on.
MATCH (changed:Entity {id: $id})
// include change/revise
MATCH (fed:Entity {id: $fed})
CREATE (changed)-[:FEEDS {since: now, by: $actor}]->(fed)
RETURN changed.revision AS answer
