// A version with its model, run, parameters, metrics and data.
MATCH (v:ModelVersion {ref: $ref})
RETURN v {
  .id, .ref, .number, .label, createdAt: toString(v.createdAt),
  parameters: [k IN keys(v) WHERE k STARTS WITH 'param.' | {key: substring(k, 6), value: v[k]}],
  metrics: [k IN keys(v) WHERE k STARTS WITH 'metric.' | {key: substring(k, 7), value: v[k]}],
  model: head([(v)<-[:HAS_VERSION]-(m) | m {.id, .name}]),
  run: head([(v)<-[:PRODUCED]-(r) | r {
    .id, .name, .status, inputs: [(r)<-[c:CONSUMED_BY]-(d) | {role: c.role, node: d {.id, .ref}}]
  }])
} AS answer
