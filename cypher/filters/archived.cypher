// Whether a node, or what it belongs to, is archived; of namespaces those are that are `gone`.
    (node.archivedAt IS NOT NULL
      OR coalesce(node.namespace IN gone, false)
      OR EXISTS { MATCH (node)<-[:HAS_VERSION|HAS_RUN]-(of) WHERE of.archivedAt IS NOT NULL }
      OR node:Column AND EXISTS {
        MATCH (node)-[:PART_OF]->(part)
        WHERE part.archivedAt IS NOT NULL
          OR EXISTS { MATCH (part)<-[:HAS_VERSION]-(of) WHERE of.archivedAt IS NOT NULL }
      })
