// Of each of these experiments, whether its namespace is archived (null: there is none), and its id if it is there.
UNWIND range(0, size($experiments) - 1) AS position
WITH position, $experiments[position] AS asked
OPTIONAL MATCH (experiment:Experiment {ref: asked.ref})
WITH position, {
  namespaceArchived: head(COLLECT {
    MATCH (namespace:Namespace {name: asked.namespace}) RETURN namespace.archivedAt IS NOT NULL
  }),
  experiment: experiment.id
} AS there ORDER BY position
RETURN collect(there) AS answer
