// The metrics that at least one of the compared versions has, by key, and which of them does best.
CALL (this) {
  UNWIND this.versions AS version
  UNWIND [name IN keys(version) WHERE name STARTS WITH 'metric.'] AS name
  RETURN DISTINCT name
}
WITH this.versions AS versions, name, substring(name, 7) AS key ORDER BY name
WITH versions, name, key, [version IN versions | version[name]] AS values, CASE
  WHEN key =~ $higher THEN 'HIGHER' WHEN key =~ $lower THEN 'LOWER' END AS direction
WITH versions, name, key, values, direction, CASE direction
  WHEN 'HIGHER' THEN reduce(best = null, value IN values |
    CASE WHEN best IS NULL OR value > best THEN value ELSE best END)
  WHEN 'LOWER' THEN reduce(best = null, value IN values |
    CASE WHEN best IS NULL OR value < best THEN value ELSE best END) END AS best
WITH versions, name, key, values, direction, [version IN versions WHERE version[name] = best] AS winners
RETURN {
  key: key,
  direction: direction,
  better: CASE WHEN size(winners) = 1 AND any(version IN versions WHERE version[name] <> winners[0][name])
    THEN winners[0].ref END,
  outcome:
// include models/outcome
  , values: [version IN versions
    | {version: version.ref, value: version[name], difference: version[name] - values[0]}]
} AS node
