// Whether a node is in a namespace, has a tag and properties of one's own, and is archived or not.
      true
// if $said.namespaces
      AND (asked.namespaces IS NULL OR node.namespace IN asked.namespaces)
// end
// if $said.tags
      AND (asked.tags IS NULL OR any(tag IN asked.tags WHERE tag IN node.tags))
// end
// if $said.properties
      AND (asked.properties IS NULL OR all(wanted IN asked.properties WHERE
        any(value IN [coalesce(node['property.' + wanted.key], node['link.' + wanted.key])] WHERE
// include filters/value of $said.properties
        )))
// end
// if $said.archived
      AND (asked.archived IS NULL OR asked.archived =
// include filters/archived
      )
// end
