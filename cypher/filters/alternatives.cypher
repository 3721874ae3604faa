// Begins what is left of nodes: of one alternative, every condition holds. The conditions follow.
// if $filtered
  AND CASE WHEN $anyOf IS NULL OR any(alternative IN $anyOf WHERE all(asked IN alternative WHERE
    // What compares as null does not hold.
    asked.negated <> coalesce((
