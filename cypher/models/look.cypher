// A model's revision (0: there is none), and what there is of a version with this digest; the model is locked until the end.
OPTIONAL MATCH (model:Model {ref: $model})
SET model.lock = true
WITH coalesce(model.revision, 0) AS revision
OPTIONAL MATCH (same:ModelVersion {digest: $digest})
WHERE same.modelRef = $model
WITH revision, same ORDER BY same.number
WITH revision, collect(same {.id, .ref}) AS same
RETURN {
  namespace: EXISTS { MATCH (:Namespace {name: $namespace}) },
  revision: revision,
  same: same[0]
} AS answer
