// Records an event about what was deleted, and about nodes that were made or changed, each with its fields.
CREATE (event:Event)
SET event = $event, event.at = datetime.truncate('microsecond', datetime.realtime())
WITH event
CALL (event) {
  UNWIND $touched AS touched
  MATCH (node:Entity {id: touched.id})
  CREATE (event)-[:ABOUT {
    made: touched.made, fields: touched.fields, before: touched.before, after: touched.after
  }]->(node)
  RETURN collect(node.ref) AS refs
}
SET event.refs = ($gone + refs)[..$most]
RETURN event.id AS answer
