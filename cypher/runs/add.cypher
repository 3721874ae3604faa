// Adds properties and tags to a run.
MATCH (run:Run {id: $id})
WITH run, [name IN keys($properties) + 'tags' | [name, run[name]]] AS before
SET run += $properties,
  run.tags = run.tags + [tag IN $tags WHERE NOT tag IN run.tags]
RETURN {before: before, tags: run.tags} AS answer
