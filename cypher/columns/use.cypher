// Records which columns model versions use, from when on they are there.
UNWIND $versions AS told
MATCH (version:ModelVersion {id: told.id})
UNWIND told.columns AS id
MATCH (column:Entity {id: id})
WITH DISTINCT version, column, told.run AS run
CREATE (column)-[:USED_BY {run: run, since: version.createdAt, by: $actor}]->(version)
RETURN count(*) AS answer
