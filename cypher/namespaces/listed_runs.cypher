// Of runs, those that are not archived, nor of an experiment that is.
WHERE node.archivedAt IS NULL
  AND NOT EXISTS { MATCH (node)<-[:HAS_RUN]-(of:Experiment) WHERE of.archivedAt IS NOT NULL }
