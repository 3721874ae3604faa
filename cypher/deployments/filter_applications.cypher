// What is left of applications: of one alternative, every condition holds.
// include filters/alternatives
// include filters/own
// if $said.kinds
      AND (asked.kinds IS NULL OR node.kind IN asked.kinds)
// end
// include filters/end_alternatives
