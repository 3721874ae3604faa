// Whether a node was told of in a span of time.
      AND (asked.since IS NULL OR node.createdAt >= asked.since)
      AND (asked.until IS NULL OR node.createdAt < asked.until)
