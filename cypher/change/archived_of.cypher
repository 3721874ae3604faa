// Those of these nodes that are archived, or whose namespace or `of` which they belong to is: the ref of that.
OPTIONAL MATCH (namespace:Namespace {name: node.namespace})
WITH node, [each IN [of, node, namespace] WHERE each.archivedAt IS NOT NULL | each.ref] AS archived
WHERE archived <> []
RETURN collect({id: node.id, ref: archived[0]}) AS answer
