// What is left of runs: evaluations that finished, and of one alternative, every condition holds.
  AND node.status = 'FINISHED'
  AND EXISTS { MATCH (node)<-[:CONSUMED_BY {role: 'evaluated'}]-(:ModelVersion) }
// include filters/alternatives
// include filters/tagged
// if $said.suites
      AND (asked.suites IS NULL OR node.suite IN asked.suites)
// end
// include filters/created
// if $said.versions
      AND (asked.versions IS NULL OR EXISTS {
        MATCH (node)<-[:CONSUMED_BY {role: 'evaluated'}]-(version:ModelVersion)
        WHERE version.ref IN named[asked.versions]
      })
// end
// if $said.models
      AND (asked.models IS NULL OR EXISTS {
        MATCH (node)<-[:CONSUMED_BY {role: 'evaluated'}]-(version:ModelVersion)
        WHERE version.modelRef IN named[asked.models]
      })
// end
// if $said.datasets
      AND (asked.datasets IS NULL OR EXISTS {
        MATCH (node)<-[:CONSUMED_BY]-(read:DatasetVersion)
        WHERE read.ref IN named[asked.datasets] OR read.datasetRef IN named[asked.datasets]
      })
// end
// if $said.slice or $said.metrics
      AND (asked.slice IS NULL AND asked.metrics IS NULL OR any(whole IN
        CASE WHEN asked.slice IS NULL THEN [node] ELSE COLLECT {
          MATCH (node)-[:HAS_SLICE]->(slice:Slice {name: asked.slice}) RETURN slice
        } END
        WHERE asked.metrics IS NULL OR all(wanted IN asked.metrics WHERE
          any(value IN [whole['metric.' + wanted.key]] WHERE
// include filters/value of $said.metrics
          ))))
// end
// include filters/end_alternatives
