// Whether a namespace is archived (null: there is none), and the id of an experiment if there is one of this ref.
OPTIONAL MATCH (experiment:Experiment {ref: $ref})
RETURN {
  namespaceArchived: head(COLLECT {
    MATCH (namespace:Namespace {name: $namespace}) RETURN namespace.archivedAt IS NOT NULL
  }),
  experiment: experiment.id
} AS answer
