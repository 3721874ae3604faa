// Whether a locked deployment feeds a node now, and the ref of each.
MATCH (deployment:Entity {id: $id}), (fed:Entity {id: $fed})
RETURN {
  deployment: deployment.ref,
  fed: fed.ref,
  feeds: EXISTS { MATCH (deployment)-[edge:FEEDS]->(fed) WHERE edge.until IS NULL }
} AS answer
