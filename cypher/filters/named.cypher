// What is left of named nodes by namespace, tag and owner.
  AND ($namespaces IS NULL OR node.namespace IN $namespaces)
  AND ($tags IS NULL OR any(tag IN $tags WHERE tag IN node.tags))
  AND ($owners IS NULL OR any(owner IN $owners WHERE owner IN node.owners))
