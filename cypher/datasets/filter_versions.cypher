// What is left of dataset versions: of one alternative, every condition holds.
  AND ($anyOf IS NULL OR any(alternative IN $anyOf WHERE all(asked IN alternative WHERE
    // What compares as null does not hold.
    asked.negated <> coalesce((
      (asked.namespaces IS NULL OR node.namespace IN asked.namespaces)
      AND (asked.tags IS NULL OR any(tag IN asked.tags WHERE tag IN node.tags))
      AND (asked.digests IS NULL OR node.digest IN asked.digests)
// include filters/created
    ), false))))
