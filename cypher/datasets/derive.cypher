// Records that a dataset version was made directly from others.
MATCH (version:DatasetVersion {id: $id})
UNWIND $sources AS source
MATCH (base:DatasetVersion {id: source})
CREATE (base)-[:DERIVED_INTO {since: datetime.realtime(), by: $actor}]->(version)
RETURN count(*) AS answer
