// Records what a run read and wrote; what is recorded already is not recorded again.
MATCH (run:Run {id: $id})
WITH run, datetime.truncate('microsecond', datetime.realtime()) AS now
CALL (run, now) {
  UNWIND $consumed AS input
  MATCH (read:Entity {id: input.id})
  WITH DISTINCT run, now, read, input.role AS role, input.how AS how
  WHERE NOT EXISTS { MATCH (read)-[:CONSUMED_BY {role: role}]->(run) }
  CREATE (read)-[edge:CONSUMED_BY {role: role, since: now, by: $actor}]->(run)
  SET edge.how = how
  RETURN count(*) AS consumed
}
CALL (run, now) {
  UNWIND $produced AS output
  MATCH (written:Entity {id: output})
  WITH DISTINCT run, now, written
  WHERE NOT EXISTS { MATCH (run)-[:PRODUCED]->(written) }
  CREATE (run)-[:PRODUCED {since: now, by: $actor}]->(written)
  RETURN count(*) AS produced
}
RETURN consumed + produced AS answer
