// What is left of runs: of one alternative, every condition holds.
// include filters/alternatives
// include filters/tagged
      AND (asked.kinds IS NULL OR node.kind IN asked.kinds)
      AND (asked.statuses IS NULL OR node.status IN asked.statuses)
      AND (asked.commits IS NULL OR node.commit IN asked.commits)
// include filters/created
// include filters/end_alternatives
