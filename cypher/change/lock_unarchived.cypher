// Locks nodes until the transaction ends: those that are archived, or whose model or dataset is.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
OPTIONAL MATCH (node)<-[:HAS_VERSION]-(of)
// The owner first, as whoever gives it a version or an alias does.
SET of.lock = true
SET node.lock = true
WITH node, [each IN [of, node] WHERE each.archivedAt IS NOT NULL | each.ref] AS archived
WHERE archived <> []
RETURN collect({id: node.id, ref: archived[0]}) AS answer
