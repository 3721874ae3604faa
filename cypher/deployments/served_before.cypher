// What served at a deployment before the last change of what serves there.
MATCH (:ModelVersion)-[edge:DEPLOYED_AS]->(deployment:Entity {id: $id})
WITH collect(edge) AS edges, max(coalesce(edge.untilRevision, edge.sinceRevision)) AS last
UNWIND edges AS edge
WITH edge, last
WHERE edge.sinceRevision < last AND coalesce(edge.untilRevision >= last, true)
RETURN collect({version: startNode(edge).id, weight: edge.weight}) AS answer
