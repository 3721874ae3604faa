// Whether a named node is in a namespace, and has a tag, an owner and properties of one's own.
// include filters/tagged
      AND (asked.owners IS NULL OR any(owner IN asked.owners WHERE owner IN node.owners))
      AND (asked.properties IS NULL OR all(wanted IN asked.properties WHERE
        any(value IN [coalesce(node['property.' + wanted.key], node['link.' + wanted.key])] WHERE
// include filters/value
        )))
