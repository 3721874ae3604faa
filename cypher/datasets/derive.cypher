// Records that a dataset version was made directly from others.
MATCH (version:DatasetVersion {id: $id})
MATCH (base:DatasetVersion) WHERE base.id IN $sources
CREATE (base)-[:DERIVED_INTO {
  since: datetime.truncate('microsecond', datetime.realtime()), by: $actor
}]->(version)
RETURN count(*) AS answer
