// Whether a node is in a namespace, has a tag, and is archived or not.
      (asked.namespaces IS NULL OR node.namespace IN asked.namespaces)
      AND (asked.tags IS NULL OR any(tag IN asked.tags WHERE tag IN node.tags))
      AND (asked.archived IS NULL OR asked.archived =
// include filters/archived
      )
