// Of `origins`: where data as a whole begins to lead back (`heads`), and what lies before (`parts`).
// A column leads back to the columns that it was made from. Where nothing was told between its
// dataset version and what the run that wrote it read, all of that may have led to it: doubtfully.
CALL (origins) {
  UNWIND [start IN origins WHERE start:Column] AS start
  MATCH p = (start)<-[:DERIVED_INTO*0..21 /* $maxDepth + 1 */]-(column:Column)
  WHERE all(edge IN relationships(p) WHERE
// include filters/as_of
  )
  WITH column, min(length(p)) AS distance
  WITH column, distance ORDER BY distance, column.id
  RETURN collect({node: column, distance: distance, told: true}) AS columns
}
CALL (columns) {
  UNWIND columns AS row
  WITH row ORDER BY row.distance, row.node.id
  WITH row.node.versionId AS id, collect(row)[0] AS nearest
  WITH nearest.node AS column, nearest.distance AS distance
  MATCH (column)-[:PART_OF]->(data)
  WITH distance, data, COLLECT {
    MATCH (data)<-[:PART_OF]-(:Column)<-[edge:DERIVED_INTO]-(from:Column)
    WHERE
// include filters/as_of
    RETURN DISTINCT coalesce(edge.run, '') + ' ' + from.versionId
  } AS said
  CALL (data, said) {
    MATCH (data)<-[edge:PRODUCED]-(run)
    WHERE
// include filters/as_of
    WITH DISTINCT said, run
    OPTIONAL MATCH (run)<-[edge:CONSUMED_BY]-(head)
    WHERE
// include filters/as_of
    WITH DISTINCT said, run, head
    WHERE head IS NULL OR NOT run.id + ' ' + head.id IN said
    RETURN run, head
  UNION ALL
    MATCH (data)<-[edge:DERIVED_INTO|FEEDS]-(head)
    WHERE NOT ' ' + head.id IN said AND
// include filters/as_of
    RETURN null AS run, head
  }
  RETURN collect({data: data, run: run, head: head, distance: distance}) AS ways
}
WITH *, [] AS used
// include lineage/doubtful
