// Brings a locked record back that was archived.
MATCH (changed:Entity {id: $id})
// include change/revise
SET changed.archivedAt = null, changed.archivedBy = null, changed.archiveReason = null
RETURN changed.revision AS answer
