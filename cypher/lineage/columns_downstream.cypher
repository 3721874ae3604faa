// Of `origins`: where data as a whole begins to follow (`heads`), and what lies before (`parts`).
// A column leads to columns that were made from it and to versions that use it. Where nothing was
// told between its dataset version and what was made of that, all of that may follow: doubtfully.
CALL (origins) {
  UNWIND [start IN origins WHERE start:Column] AS start
  MATCH p = (start)-[:DERIVED_INTO*0..21 /* $maxDepth + 1 */]->(column:Column)
  WHERE all(edge IN relationships(p) WHERE
// include filters/as_of
  )
  WITH column, min(length(p)) AS distance
  WITH column, distance ORDER BY distance, column.id
  RETURN collect({node: column, distance: distance, told: true}) AS columns
}
CALL (columns) {
  UNWIND columns AS row
  WITH row.node AS column, row.distance AS distance
  MATCH (column)-[edge:USED_BY]->(version)
  WHERE
// include filters/as_of
  WITH version, min(distance) + 1 AS distance
  RETURN collect({node: version, distance: distance, told: true}) AS used
}
CALL (columns) {
  UNWIND columns AS row
  WITH row ORDER BY row.distance, row.node.id
  WITH row.node.versionId AS id, collect(row)[0] AS nearest
  WITH nearest.node AS column, nearest.distance AS distance
  MATCH (column)-[part:PART_OF]->(data)
  WITH column, distance, part, data, COLLECT {
    MATCH (data)<-[:PART_OF]-(:Column)-[edge:DERIVED_INTO|USED_BY]->(made)
    WHERE
// include filters/as_of
    RETURN DISTINCT coalesce(edge.run, '') + ' ' + coalesce(made.versionId, made.id)
  } AS said
  CALL (data, said) {
    MATCH (data)-[edge:CONSUMED_BY]->(run)
    WHERE
// include filters/as_of
    WITH said, run, edge ORDER BY edge.since, edge.role
    WITH said, run, collect(edge)[0] AS read
    OPTIONAL MATCH (run)-[edge:PRODUCED]->(head)
    WHERE
// include filters/as_of
    WITH said, run, read, edge AS made, head
    WHERE head IS NULL OR NOT run.id + ' ' + head.id IN said
    RETURN run, read, made, head
  UNION ALL
    MATCH (data)-[edge:DERIVED_INTO]->(head)
    WHERE NOT ' ' + head.id IN said AND
// include filters/as_of
    RETURN null AS run, edge AS read, null AS made, head
  }
  WITH column, distance, part, data, run, read, made, head
  ORDER BY distance + CASE WHEN run IS NULL THEN 2 ELSE 3 END, coalesce(run.id, data.id), data.id
  WITH distance, data, run, head, [{node: data, edge: read}, {node: column, edge: part}] AS way, made
  RETURN collect({
    data: data, run: run, head: head, distance: distance,
    way: CASE WHEN run IS NULL THEN way ELSE [{node: run, edge: made}] + way END
  }) AS ways
}
// include lineage/doubtful
