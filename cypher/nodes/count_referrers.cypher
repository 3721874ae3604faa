// What refers to a record or to a version of it: how many of each kind, and the newest of them.
MATCH (this:Entity {id: $id})
// include nodes/referring
WITH other, how ORDER BY how
WITH other, collect(DISTINCT how) AS how ORDER BY other.id DESC
WITH collect({id: other.id, kind: other.nodeKind, ref: other.ref, how: how}) AS referrers
CALL (referrers) {
  UNWIND referrers AS referrer
  WITH referrer.kind AS kind, count(*) AS count ORDER BY kind
  RETURN collect({kind: kind, count: count}) AS counts
}
RETURN {total: size(referrers), counts: counts, referrers: referrers[..$first]} AS answer
