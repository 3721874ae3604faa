// Of those of these names that are a namespace's, whether it is archived.
MATCH (namespace:Namespace) WHERE namespace.name IN $names
RETURN collect({name: namespace.name, archived: namespace.archivedAt IS NOT NULL}) AS answer
