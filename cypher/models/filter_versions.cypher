// What is left of model versions by namespace, tag, digest, label and framework.
  AND ($namespaces IS NULL OR node.namespace IN $namespaces)
  AND ($tags IS NULL OR any(tag IN $tags WHERE tag IN node.tags))
  AND ($digests IS NULL OR node.digest IN $digests)
  AND ($labels IS NULL OR node.label IN $labels)
  AND ($frameworks IS NULL OR node.framework IN $frameworks)
