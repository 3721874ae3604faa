// Records that a locked deployment feeds a node from now on.
MATCH (deployment:Entity {id: $id}), (fed:Entity {id: $fed})
CREATE (deployment)-[:FEEDS {
  since: datetime.truncate('microsecond', datetime.realtime()), by: $actor
}]->(fed)
RETURN true AS answer
