// Locks nodes until the transaction ends: those that are archived, or that belong to what is.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
OPTIONAL MATCH (node)<-[:HAS_VERSION]-(of)
// The owner first, as whoever gives it a version or an alias does.
SET of.lock = true
SET node.lock = true
WITH node, of
// include change/archived_of
