// What is left of dataset versions by namespace, tag and digest.
  AND ($namespaces IS NULL OR node.namespace IN $namespaces)
  AND ($tags IS NULL OR any(tag IN $tags WHERE tag IN node.tags))
  AND ($digests IS NULL OR node.digest IN $digests)
