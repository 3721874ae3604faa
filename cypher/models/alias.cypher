// What the `alias` edge to a `version` says.
RETURN {
  name: alias.name, version: version, since: alias.since, until: alias.until,
  by: alias.by, reason: alias.reason, endedBy: alias.endedBy, endReason: alias.endReason
} AS node
