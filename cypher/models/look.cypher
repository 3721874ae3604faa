// What there is of a model and of a version with this digest; the model is locked until the end.
OPTIONAL MATCH (model:Model {ref: $model})
SET model.lock = true
WITH model IS NOT NULL AS known
OPTIONAL MATCH (same:ModelVersion {digest: $digest})
WHERE same.modelRef = $model
WITH known, same ORDER BY same.number
WITH known, collect(same {.id, .ref}) AS same
RETURN {
  namespace: EXISTS { MATCH (:Namespace {name: $namespace}) },
  model: known,
  same: same[0]
} AS answer
