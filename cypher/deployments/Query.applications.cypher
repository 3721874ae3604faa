// Applications, by namespace and name.
MATCH (node:Application)
WHERE node.ref > coalesce($after, '')
// include filters/named
  AND ($kinds IS NULL OR node.kind IN $kinds)
// include filters/page_by_ref
