// Records that dataset versions were made directly from others.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
UNWIND $versions AS told
MATCH (version:DatasetVersion {id: told.id})
UNWIND told.sources AS source
MATCH (base:DatasetVersion {id: source})
WITH DISTINCT now, version, base
CREATE (base)-[:DERIVED_INTO {since: now, by: $actor}]->(version)
RETURN count(*) AS answer
