// Whether there is a namespace, and the id of an experiment if there is one of this ref.
OPTIONAL MATCH (experiment:Experiment {ref: $ref})
RETURN {
  namespace: EXISTS { MATCH (:Namespace {name: $namespace}) },
  experiment: experiment.id
} AS answer
