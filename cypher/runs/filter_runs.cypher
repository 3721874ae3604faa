// What is left of runs: of one alternative, every condition holds.
// include filters/alternatives
// include filters/tagged
      AND (asked.kinds IS NULL OR node.kind IN asked.kinds)
      AND (asked.statuses IS NULL OR node.status IN asked.statuses)
      AND (asked.suites IS NULL OR node.suite IN asked.suites)
      AND (asked.commits IS NULL OR node.commit IN asked.commits)
// include filters/created
      AND (asked.experiments IS NULL OR EXISTS {
        MATCH (node)<-[:HAS_RUN]-(experiment:Experiment)
        WHERE experiment.ref IN named[asked.experiments]
      })
      AND (asked.parents IS NULL OR EXISTS {
        MATCH (node)<-[:HAS_CHILD]-(parent:Run) WHERE parent.ref IN named[asked.parents]
      })
      AND (asked.hasParent IS NULL OR asked.hasParent = EXISTS { MATCH (node)<-[:HAS_CHILD]-() })
      AND (asked.metrics IS NULL OR all(wanted IN asked.metrics WHERE
        any(value IN [node['metric.' + wanted.key]] WHERE
// include filters/value
        )))
      AND (asked.parameters IS NULL OR all(wanted IN asked.parameters WHERE
        any(value IN [node['param.' + wanted.key]] WHERE
// include filters/value
        )))
// include filters/end_alternatives
