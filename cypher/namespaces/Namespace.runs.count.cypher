// How many runs a namespace has.
MATCH (node:Run {namespace: this.name})
WHERE node.archivedAt IS NULL
  AND NOT EXISTS { MATCH (node)<-[:HAS_RUN]-(of:Experiment) WHERE of.archivedAt IS NOT NULL }
RETURN count(node) AS node
