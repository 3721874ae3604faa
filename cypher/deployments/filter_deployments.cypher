// What is left of deployments: of one alternative, every condition holds.
// include filters/alternatives
// include filters/own
// if $said.environments
      AND (asked.environments IS NULL OR node.environment IN asked.environments)
// end
// if $said.kinds
      AND (asked.kinds IS NULL OR node.kind IN asked.kinds)
// end
// if $said.platforms
      AND (asked.platforms IS NULL OR node.platform IN asked.platforms)
// end
// if $said.drift
      AND (asked.drift IS NULL OR asked.drift = (
// include deployments/drifts
      ))
// end
// include filters/end_alternatives
