// Fifty models with a tag, each with its latest version and its aliases.
// In the order of an index: it ends with the fiftieth.
MATCH (m:Model) WHERE m.ref > '' AND $tag IN m.tags
WITH m ORDER BY m.ref LIMIT 50
MATCH (v:ModelVersion {ref: m.ref + ':' + m.versionCount})
RETURN collect(m {
  .id, .name, .description, .owners,
  latestVersion: v {.id, .number, createdAt: toString(v.createdAt)},
  aliases: [(m)-[a:HAS_ALIAS]->(w) WHERE a.until IS NULL | {name: a.name, version: w {.id, .number}}]
}) AS answer
