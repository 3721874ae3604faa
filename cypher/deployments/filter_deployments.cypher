// What is left of deployments: of one alternative, every condition holds.
// include filters/alternatives
// include filters/own
      AND (asked.environments IS NULL OR node.environment IN asked.environments)
      AND (asked.kinds IS NULL OR node.kind IN asked.kinds)
      AND (asked.platforms IS NULL OR node.platform IN asked.platforms)
      AND (asked.drift IS NULL OR asked.drift = (
// include deployments/drifts
      ))
// include filters/end_alternatives
