// Of each of these runs or dataset versions, which of the columns are of nothing that it read or is derived from, and which of nothing that it wrote or is.
UNWIND range(0, size($told) - 1) AS position
WITH position, $told[position] AS told
MATCH (by:Entity {id: told.id})
WITH position, told,
  COLLECT { MATCH (by)<-[:CONSUMED_BY|DERIVED_INTO]-(data:DatasetVersion) RETURN data.id } AS inputs,
  COLLECT { MATCH (by)-[:PRODUCED]->(data:DatasetVersion) RETURN data.id }
    + CASE WHEN by:DatasetVersion THEN [by.id] ELSE [] END AS outputs
WITH position, {
  read: COLLECT {
    UNWIND told.read AS id
    MATCH (column:Entity {id: id}) WHERE NOT column.versionId IN inputs
    RETURN DISTINCT id
  },
  written: COLLECT {
    UNWIND told.written AS id
    MATCH (column:Entity {id: id}) WHERE NOT column.versionId IN outputs
    RETURN DISTINCT id
  }
} AS others ORDER BY position
RETURN collect(others) AS answer
