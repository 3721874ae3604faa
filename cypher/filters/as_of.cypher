// Whether `edge` is there now, or was at a moment.
// if $asOf
  CASE WHEN $asOf IS NULL THEN edge.until IS NULL
    ELSE edge.since <= $asOf AND coalesce(edge.until > $asOf, true) END
// else: edge.until IS NULL
