// The versions that a version was made from directly, with or without a run, by ref.
CALL (this) {
  MATCH (this)<-[edge:DERIVED_INTO]-(version:ModelVersion)
  RETURN edge.how AS how, version
UNION
  MATCH (this)<-[:PRODUCED]-(:Run)<-[edge:CONSUMED_BY {role: 'base'}]-(version:ModelVersion)
  RETURN coalesce(edge.how, 'base') AS how, version
}
WITH how, version ORDER BY version.ref, how
RETURN {how: how, version: version} AS node
