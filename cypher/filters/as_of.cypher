// Whether `edge` is there now, or was at a moment.
  CASE WHEN $asOf IS NULL THEN edge.until IS NULL
    ELSE edge.since <= $asOf AND coalesce(edge.until > $asOf, true) END
