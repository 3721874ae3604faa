// The parameters that at least one of the compared versions has, by key.
CALL (this) {
  UNWIND this.versions AS version
  UNWIND [name IN keys(version) WHERE name STARTS WITH 'param.'] AS name
  RETURN DISTINCT name
}
WITH this.versions AS versions, name ORDER BY name
WITH versions, name, [version IN versions | version[name]] AS values
RETURN {
  key: substring(name, 6),
  outcome:
// include models/outcome
  , values: [version IN versions | {version: version.ref, value: version[name]}]
} AS node
