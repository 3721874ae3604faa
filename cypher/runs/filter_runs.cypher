// What is left of runs: of one alternative, every condition holds.
  AND ($anyOf IS NULL OR any(alternative IN $anyOf WHERE all(asked IN alternative WHERE
    // What compares as null does not hold.
    asked.negated <> coalesce((
      (asked.namespaces IS NULL OR node.namespace IN asked.namespaces)
      AND (asked.tags IS NULL OR any(tag IN asked.tags WHERE tag IN node.tags))
      AND (asked.kinds IS NULL OR node.kind IN asked.kinds)
      AND (asked.statuses IS NULL OR node.status IN asked.statuses)
      AND (asked.commits IS NULL OR node.commit IN asked.commits)
// include filters/created
    ), false))))
