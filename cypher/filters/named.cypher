// What is left of named nodes by namespace, tag, owner and properties of one's own.
  AND ($namespaces IS NULL OR node.namespace IN $namespaces)
  AND ($tags IS NULL OR any(tag IN $tags WHERE tag IN node.tags))
  AND ($owners IS NULL OR any(owner IN $owners WHERE owner IN node.owners))
  AND ($properties IS NULL OR all(asked IN $properties WHERE
    // Values of other types compare as null: they are not let through.
    any(value IN [coalesce(node['property.' + asked.key], node['link.' + asked.key])]
      WHERE value IS NOT NULL
        AND (asked.among IS NULL OR coalesce(value IN asked.among, false))
        AND (asked.atLeast IS NULL OR coalesce(value >= asked.atLeast, false))
        AND (asked.atMost IS NULL OR coalesce(value <= asked.atMost, false))
        AND (asked.since IS NULL OR coalesce(value >= asked.since, false))
        AND (asked.until IS NULL OR coalesce(value < asked.until, false)))))
