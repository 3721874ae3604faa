// What is left of deployments: of one alternative, every condition holds.
  AND ($anyOf IS NULL OR any(alternative IN $anyOf WHERE all(asked IN alternative WHERE
    // What compares as null does not hold.
    asked.negated <> coalesce((
// include filters/own
      AND (asked.environments IS NULL OR node.environment IN asked.environments)
      AND (asked.kinds IS NULL OR node.kind IN asked.kinds)
      AND (asked.platforms IS NULL OR node.platform IN asked.platforms)
    ), false))))
