// Whether something served at a deployment at a moment, if one is asked for.
  AND ($asOf IS NULL OR EXISTS {
    MATCH (:ModelVersion)-[edge:DEPLOYED_AS]->(node)
    WHERE edge.since <= $asOf AND coalesce(edge.until > $asOf, true)
  })
