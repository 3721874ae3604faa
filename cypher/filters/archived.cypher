// Whether a node, or what it belongs to, is archived; of what others belong to that is which is `gone`.
    (node.archivedAt IS NOT NULL
      OR gone <> [] AND (coalesce(node.namespace IN gone, false)
        OR coalesce(coalesce(node.modelRef, node.datasetRef) IN gone, false)
        OR node:Run AND EXISTS { MATCH (node)<-[:HAS_RUN]-(of) WHERE of.ref IN gone })
      OR node:Column AND EXISTS { MATCH (node)-[:PART_OF]->(part) WHERE part.archivedAt IS NOT NULL })
