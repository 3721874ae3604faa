// The runs of a namespace, newest first.
MATCH (node:Run {namespace: this.name})
WHERE node.archivedAt IS NULL AND node.id < coalesce($after, 'z')
  AND NOT EXISTS { MATCH (node)<-[:HAS_RUN]-(of:Experiment) WHERE of.archivedAt IS NOT NULL }
// include filters/page_by_age
