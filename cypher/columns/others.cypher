// Which of these columns are of no version that a run read, and which of none that it wrote.
MATCH (run:Run {id: $run})
WITH COLLECT { MATCH (run)<-[:CONSUMED_BY]-(data:DatasetVersion) RETURN data.id } AS inputs,
  COLLECT { MATCH (run)-[:PRODUCED]->(data:DatasetVersion) RETURN data.id } AS outputs
RETURN {
  read: COLLECT {
    UNWIND $read AS id
    MATCH (column:Entity {id: id}) WHERE NOT column.versionId IN inputs
    RETURN DISTINCT id
  },
  written: COLLECT {
    UNWIND $written AS id
    MATCH (column:Entity {id: id}) WHERE NOT column.versionId IN outputs
    RETURN DISTINCT id
  }
} AS answer
