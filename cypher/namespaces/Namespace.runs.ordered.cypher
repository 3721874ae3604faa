// The runs of a namespace, in the order that is asked for.
MATCH (node:Run {namespace: this.name})
WHERE node.archivedAt IS NULL
  AND NOT EXISTS { MATCH (node)<-[:HAS_RUN]-(of:Experiment) WHERE of.archivedAt IS NOT NULL }
// include filters/page_in_order
