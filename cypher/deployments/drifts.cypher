// Whether something else serves at a deployment than was intended, or with another share.
        node.intendedAt IS NOT NULL AND (EXISTS {
          MATCH (version:ModelVersion)-[intended:INTENDED]->(node)
          WHERE intended.until IS NULL AND NOT EXISTS {
            MATCH (version)-[observed:DEPLOYED_AS]->(node)
            WHERE observed.until IS NULL AND abs(intended.weight - observed.weight) <= 0.005
          }
        } OR EXISTS {
          MATCH (version:ModelVersion)-[observed:DEPLOYED_AS]->(node)
          WHERE observed.until IS NULL AND NOT EXISTS {
            MATCH (version)-[intended:INTENDED]->(node) WHERE intended.until IS NULL
          }
        })
