// A locked model's ref and revision, whether a namespace is archived (null: there is none), and which other model has a ref or had it.
MATCH (model:Entity {id: $id})
SET model.lock = true
WITH model
OPTIONAL MATCH (other:Model {ref: $ref})
OPTIONAL MATCH (:FormerRef {ref: $ref})-[:IS_NOW]->(renamed:Model)
WITH model, [node IN [other, renamed] WHERE node.id <> model.id | node.ref] AS taken
RETURN {
  ref: model.ref,
  revision: model.revision,
  namespaceArchived: head(COLLECT {
    MATCH (namespace:Namespace {name: $namespace}) RETURN namespace.archivedAt IS NOT NULL
  }),
  taken: taken[0]
} AS answer
