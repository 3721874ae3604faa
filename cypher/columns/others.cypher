// Of each of these runs, which of the columns are of no version that it read, and which of none that it wrote.
UNWIND range(0, size($runs) - 1) AS position
WITH position, $runs[position] AS told
MATCH (run:Run {id: told.id})
WITH position, told,
  COLLECT { MATCH (run)<-[:CONSUMED_BY]-(data:DatasetVersion) RETURN data.id } AS inputs,
  COLLECT { MATCH (run)-[:PRODUCED]->(data:DatasetVersion) RETURN data.id } AS outputs
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
