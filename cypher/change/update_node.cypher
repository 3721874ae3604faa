// Sets properties of a locked node, which is one revision further then.
MATCH (changed:Entity {id: $id})
// include change/revise
SET changed += $properties
RETURN changed.revision AS answer
