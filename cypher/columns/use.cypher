// Records which columns a model version uses, from when on it is there.
MATCH (version:ModelVersion {id: $version})
UNWIND $columns AS id
MATCH (column:Entity {id: id})
WITH DISTINCT version, column
CREATE (column)-[:USED_BY {run: $run, since: version.createdAt, by: $actor}]->(version)
RETURN count(*) AS answer
