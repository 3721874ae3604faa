// What is left of runs: of one alternative, every condition holds.
// include filters/alternatives
// include filters/tagged
// if $said.kinds
      AND (asked.kinds IS NULL OR node.kind IN asked.kinds)
// end
// if $said.statuses
      AND (asked.statuses IS NULL OR node.status IN asked.statuses)
// end
// if $said.suites
      AND (asked.suites IS NULL OR node.suite IN asked.suites)
// end
// if $said.commits
      AND (asked.commits IS NULL OR node.commit IN asked.commits)
// end
// include filters/created
// if $said.experiments
      AND (asked.experiments IS NULL OR EXISTS {
        MATCH (node)<-[:HAS_RUN]-(experiment:Experiment)
        WHERE experiment.ref IN named[asked.experiments]
      })
// end
// if $said.parents
      AND (asked.parents IS NULL OR EXISTS {
        MATCH (node)<-[:HAS_CHILD]-(parent:Run) WHERE parent.ref IN named[asked.parents]
      })
// end
// if $said.hasParent
      AND (asked.hasParent IS NULL OR asked.hasParent = EXISTS { MATCH (node)<-[:HAS_CHILD]-() })
// end
// if $said.metrics
      AND (asked.metrics IS NULL OR all(wanted IN asked.metrics WHERE
        any(value IN [node['metric.' + wanted.key]] WHERE
// include filters/value of $said.metrics
        )))
// end
// if $said.parameters
      AND (asked.parameters IS NULL OR all(wanted IN asked.parameters WHERE
        any(value IN [node['param.' + wanted.key]] WHERE
// include filters/value of $said.parameters
        )))
// end
// include filters/end_alternatives
