// Archives a locked record.
MATCH (changed:Entity {id: $id})
// include change/revise
SET changed.archivedAt = now, changed.archivedBy = $actor, changed.archiveReason = $reason
RETURN changed.revision AS answer
