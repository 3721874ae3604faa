// Records that columns were made from others, by runs if they are known; what is told of a run again is not recorded again.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $edges AS told
MATCH (from:Entity {id: told.from}), (to:Entity {id: told.to})
WITH now, told.run AS run, from, to, collect(told.how)[0] AS how
WHERE NOT EXISTS { MATCH (from)-[:DERIVED_INTO {run: run}]->(to) }
CREATE (from)-[edge:DERIVED_INTO {run: run, since: now, by: $actor}]->(to)
SET edge.how = how
RETURN count(*) AS answer
