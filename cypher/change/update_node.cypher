// Sets properties of a locked node, which is one revision further then.
MATCH (changed:Entity {id: $id})
// include change/revise
SET changed += $properties
WITH changed AS node
// include search/words
RETURN node.revision AS answer
