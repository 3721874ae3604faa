// Whether a node is in a namespace, and has a tag.
      (asked.namespaces IS NULL OR node.namespace IN asked.namespaces)
      AND (asked.tags IS NULL OR any(tag IN asked.tags WHERE tag IN node.tags))
