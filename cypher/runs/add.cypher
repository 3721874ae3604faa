// Adds properties and tags to a run.
MATCH (run:Run {id: $id})
WITH run, [name IN keys($properties) + 'tags' | [name, run[name]]] AS before
SET run += $properties,
  run.tags = run.tags + [tag IN $tags WHERE NOT tag IN run.tags]
WITH run AS node, before
// include search/words
RETURN {before: before, tags: node.tags} AS answer
