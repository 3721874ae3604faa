// Records what runs read and wrote; what is recorded already is not recorded again. The ids of those to which it is new.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $runs AS told
MATCH (run:Run {id: told.id})
CALL (run, told, now) {
  UNWIND told.consumed AS input
  MATCH (read:Entity {id: input.id})
  WITH DISTINCT run, now, read, input.role AS role, input.how AS how
  WHERE NOT EXISTS { MATCH (read)-[:CONSUMED_BY {role: role}]->(run) }
  CREATE (read)-[edge:CONSUMED_BY {role: role, since: now, by: $actor}]->(run)
  SET edge.how = how
  RETURN count(*) AS consumed
}
CALL (run, told, now) {
  UNWIND told.produced AS output
  MATCH (written:Entity {id: output})
  WITH DISTINCT run, now, written
  WHERE NOT EXISTS { MATCH (run)-[:PRODUCED]->(written) }
  CREATE (run)-[:PRODUCED {since: now, by: $actor}]->(written)
  RETURN count(*) AS produced
}
WITH run.id AS id WHERE consumed + produced > 0
RETURN collect(id) AS answer
