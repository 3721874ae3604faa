// What is left of model versions: of one alternative, every condition holds.
// include filters/alternatives
// include filters/tagged
// if $said.models
      AND (asked.models IS NULL OR node.modelRef IN named[asked.models])
// end
// if $said.digests
      AND (asked.digests IS NULL OR node.digest IN asked.digests)
// end
// if $said.labels
      AND (asked.labels IS NULL OR node.label IN asked.labels)
// end
// if $said.frameworks
      AND (asked.frameworks IS NULL OR node.framework IN asked.frameworks)
// end
// include filters/created
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
// if $said.owners
      AND (asked.owners IS NULL OR EXISTS {
        MATCH (node)<-[:HAS_VERSION]-(model:Model)
        WHERE any(owner IN asked.owners WHERE owner IN model.owners)
      })
// end
// if $said.datasets
      AND (asked.datasets IS NULL OR EXISTS {
        MATCH (node)<-[:PRODUCED]-(:Run)<-[:CONSUMED_BY]-(read:DatasetVersion)
        WHERE read.ref IN named[asked.datasets] OR read.datasetRef IN named[asked.datasets]
      })
// end
// if $said.bases
      AND (asked.bases IS NULL OR EXISTS {
        MATCH (node)<-[:DERIVED_INTO]-(base:ModelVersion) WHERE base.ref IN named[asked.bases]
      } OR EXISTS {
        MATCH (node)<-[:PRODUCED]-(:Run)<-[:CONSUMED_BY {role: 'base'}]-(base:ModelVersion)
        WHERE base.ref IN named[asked.bases]
      })
// end
// if $said.evaluations
      AND (asked.evaluations IS NULL OR all(said IN asked.evaluations WHERE EXISTS {
        MATCH (node)-[:CONSUMED_BY {role: 'evaluated'}]->(run:Run)
        WHERE run.status = 'FINISHED' AND (said.suite IS NULL OR run.suite = said.suite)
        WITH run ORDER BY run.id DESC LIMIT 1
        OPTIONAL MATCH (run)-[:HAS_SLICE]->(slice:Slice {name: said.slice})
        WITH run, CASE WHEN said.slice IS NULL THEN run ELSE slice END AS whole
        WHERE whole IS NOT NULL
          AND (said.since IS NULL OR run.createdAt >= said.since)
          AND (said.until IS NULL OR run.createdAt < said.until)
          AND (said.datasets IS NULL OR EXISTS {
            MATCH (run)<-[:CONSUMED_BY]-(read:DatasetVersion)
            WHERE read.ref IN named[said.datasets] OR read.datasetRef IN named[said.datasets]
          })
          AND all(wanted IN said.metrics WHERE any(value IN [whole['metric.' + wanted.key]] WHERE
// include filters/value of $said.evaluations.metrics
          ))
        RETURN run
      }))
// end
// if $said.aliases
      AND (asked.aliases IS NULL OR EXISTS {
        MATCH (node)<-[alias:HAS_ALIAS]-()
        WHERE alias.until IS NULL AND alias.name IN asked.aliases
      })
// end
// if $said.environments
      AND (asked.environments IS NULL OR EXISTS {
        MATCH (node)-[stay:DEPLOYED_AS]->(place:Deployment)
        WHERE stay.until IS NULL AND place.environment IN asked.environments
      })
// end
// include filters/end_alternatives
