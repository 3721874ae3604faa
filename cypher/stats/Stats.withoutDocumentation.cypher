// How much of what somebody named, and nobody archived, has no description, documentation or link, by kind.
// include stats/named
WITH n WHERE coalesce(trim(n.description), '') = '' AND n.archivedAt IS NULL
  AND coalesce(n.documentationUrls, []) = []
  AND none(key IN keys(n) WHERE key STARTS WITH 'link.')
WITH n.nodeKind AS kind, count(*) AS count ORDER BY kind
RETURN {kind: kind, count: count} AS node
