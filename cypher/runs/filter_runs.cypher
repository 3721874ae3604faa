// What is left of runs by namespace, tag, kind, status and commit.
  AND ($namespaces IS NULL OR node.namespace IN $namespaces)
  AND ($tags IS NULL OR any(tag IN $tags WHERE tag IN node.tags))
  AND ($kinds IS NULL OR node.kind IN $kinds)
  AND ($statuses IS NULL OR node.status IN $statuses)
  AND ($commits IS NULL OR node.commit IN $commits)
