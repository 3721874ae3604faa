// A locked model's ref and revision, whether a namespace exists, and which other model has a ref or had it.
MATCH (model:Model {id: $id})
SET model.lock = true
WITH model
OPTIONAL MATCH (other:Model {ref: $ref})
OPTIONAL MATCH (:FormerRef {ref: $ref})-[:IS_NOW]->(renamed:Model)
WITH model, [node IN [other, renamed] WHERE node.id <> model.id | node.ref] AS taken
RETURN {
  ref: model.ref,
  revision: model.revision,
  namespace: EXISTS { MATCH (:Namespace {name: $namespace}) },
  taken: taken[0]
} AS answer
