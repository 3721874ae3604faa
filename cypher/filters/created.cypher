// Whether a node was told of in a span of time.
// if $said.since
      AND (asked.since IS NULL OR node.createdAt >= asked.since)
// end
// if $said.until
      AND (asked.until IS NULL OR node.createdAt < asked.until)
// end
