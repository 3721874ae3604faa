// Whether a namespace is archived; null if there is none of this name.
OPTIONAL MATCH (namespace:Namespace {name: $name})
RETURN CASE WHEN namespace IS NOT NULL THEN namespace.archivedAt IS NOT NULL END AS answer
