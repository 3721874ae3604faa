// Adds properties and tags to a run.
MATCH (run:Run {id: $id})
SET run += $properties,
  run.tags = run.tags + [tag IN $tags WHERE NOT tag IN run.tags]
RETURN run.id AS answer
