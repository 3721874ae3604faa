// What is left of models: of one alternative, every condition holds.
// include filters/alternatives
// include filters/own
// if $said.tasks
      AND (asked.tasks IS NULL OR node.task IN asked.tasks)
// end
// if $said.riskTiers
      AND (asked.riskTiers IS NULL OR node.riskTier IN asked.riskTiers)
// end
// if $said.aliases or $said.metrics
      AND (asked.aliases IS NULL AND asked.metrics IS NULL OR EXISTS {
        MATCH (node)-[alias:HAS_ALIAS]->(version:ModelVersion)
        WHERE alias.until IS NULL
          AND (asked.aliases IS NULL OR alias.name IN asked.aliases)
          AND (asked.metrics IS NULL OR all(wanted IN asked.metrics WHERE
            any(value IN [version['metric.' + wanted.key]] WHERE
// include filters/value of $said.metrics
            )))
      })
// end
// include filters/end_alternatives
