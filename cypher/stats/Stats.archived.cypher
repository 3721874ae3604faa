// How much of what somebody named is archived, by kind.
// include stats/named
WITH n WHERE n.archivedAt IS NOT NULL
WITH n.nodeKind AS kind, count(*) AS count ORDER BY kind
RETURN {kind: kind, count: count} AS node
