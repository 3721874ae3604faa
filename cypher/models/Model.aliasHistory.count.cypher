// How often an alias of a model was set.
MATCH (this)-[alias:HAS_ALIAS]->()
WHERE ($name IS NULL OR alias.name = $name)
RETURN count(alias) AS node
