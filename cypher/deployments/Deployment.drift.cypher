// Where what serves at a deployment is not what was intended, by the ref of the version.
WITH this WHERE this.intendedAt IS NOT NULL
MATCH (version:ModelVersion)-[edge:INTENDED|DEPLOYED_AS]->(this)
WHERE edge.until IS NULL
WITH version, head(collect(CASE type(edge) WHEN 'INTENDED' THEN edge END)) AS intended,
  head(collect(CASE type(edge) WHEN 'DEPLOYED_AS' THEN edge END)) AS observed
// Platforms that divide traffic into whole percents are not wrong by less than half of one.
WHERE coalesce(abs(intended.weight - observed.weight) > 0.005, true)
WITH version, intended, observed ORDER BY version.ref
RETURN {
  kind: CASE
    WHEN observed IS NULL THEN 'MISSING' WHEN intended IS NULL THEN 'UNEXPECTED' ELSE 'WEIGHT'
  END,
  version: version, intended: intended.weight, observed: observed.weight,
  intendedSince: intended.since, intendedBy: intended.by, intendedReason: intended.reason,
  observedSince: observed.since
} AS node
