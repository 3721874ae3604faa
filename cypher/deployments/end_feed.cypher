// Records that a locked deployment feeds a node no longer.
MATCH (changed:Entity {id: $id})
// include change/revise
MATCH (changed)-[edge:FEEDS]->(:Entity {id: $fed})
WHERE edge.until IS NULL
SET edge.until = now, edge.endedBy = $actor
RETURN changed.revision AS answer
