// Every version that the aliases of a model pointed at, newest first.
MATCH (this)-[alias:HAS_ALIAS]->(version)
WHERE ($name IS NULL OR alias.name = $name)
WITH alias, version, toString(alias.since.epochSeconds)
  + right('00000000' + toString(alias.since.nanosecond), 9) + ' ' + alias.name AS place
WHERE $after IS NULL OR place < $after
WITH alias, version, place ORDER BY place DESC LIMIT $first + 1
RETURN {
  name: alias.name, version: version, since: alias.since, until: alias.until,
  by: alias.by, reason: alias.reason, endedBy: alias.endedBy, endReason: alias.endReason
} AS node, ['since', place] AS position
