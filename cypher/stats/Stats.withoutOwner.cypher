// How much of what somebody named, and nobody archived, has no owner, by kind.
// include stats/named
WITH n WHERE size(coalesce(n.owners, [])) = 0 AND n.archivedAt IS NULL
WITH n.nodeKind AS kind, count(*) AS count ORDER BY kind
RETURN {kind: kind, count: count} AS node
