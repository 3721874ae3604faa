// Whether a node is in a namespace, has a tag and properties of one's own, and is archived or not.
      (asked.namespaces IS NULL OR node.namespace IN asked.namespaces)
      AND (asked.tags IS NULL OR any(tag IN asked.tags WHERE tag IN node.tags))
      AND (asked.properties IS NULL OR all(wanted IN asked.properties WHERE
        any(value IN [coalesce(node['property.' + wanted.key], node['link.' + wanted.key])] WHERE
// include filters/value
        )))
      AND (asked.archived IS NULL OR asked.archived =
// include filters/archived
      )
