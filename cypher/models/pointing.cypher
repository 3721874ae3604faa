// Leaves, of the edges `edge` of aliases to a `version` each, the one of each name that points now, or did at a moment.
// A reader may see of a move that the old edge has ended, and not yet the new one. So what ended a
// moment ago, other than by a removal, still points unless a later edge is seen.
WHERE (
// include filters/as_of
) OR $asOf IS NULL AND edge.until > datetime() - duration({minutes: 1})
WITH edge.name AS name, max([edge.since, edge, version]) AS last
WITH name, last[1] AS edge, last[2] AS version
WHERE $asOf IS NOT NULL OR edge.until IS NULL OR edge.removed IS NULL
