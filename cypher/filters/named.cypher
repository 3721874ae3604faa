// What is left of named nodes: of one alternative, every condition holds.
  AND ($anyOf IS NULL OR any(alternative IN $anyOf WHERE all(asked IN alternative WHERE
    // What compares as null does not hold.
    asked.negated <> coalesce((
// include filters/own
    ), false))))
