// Whether a node, or what it belongs to, is archived.
    (node.archivedAt IS NOT NULL
      OR EXISTS { MATCH (node)<-[:HAS_VERSION|HAS_RUN]-(of) WHERE of.archivedAt IS NOT NULL }
      OR EXISTS {
        MATCH (node)-[:PART_OF]->(part)
        WHERE part.archivedAt IS NOT NULL
          OR EXISTS { MATCH (part)<-[:HAS_VERSION]-(of) WHERE of.archivedAt IS NOT NULL }
      }
      OR EXISTS { MATCH (of:Namespace {name: node.namespace}) WHERE of.archivedAt IS NOT NULL })
