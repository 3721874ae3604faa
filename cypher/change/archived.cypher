// Which nodes are archived, or belong to what is, as nobody locks it: each with the ref of that.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
OPTIONAL MATCH (node)<-[:HAS_VERSION|HAS_RUN]-(of)
// include change/archived_of
