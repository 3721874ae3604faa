// Whether a run is known to have read all of these nodes.
MATCH (run:Run {id: $id})
RETURN all(id IN $ids WHERE EXISTS { MATCH (:Entity {id: id})-[:CONSUMED_BY]->(run) }) AS answer
