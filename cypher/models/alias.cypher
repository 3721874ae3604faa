// What the `alias` edge to a `version` says.
RETURN {
  name: alias.name, version: version
// if $selected.since or $selected.until or $selected.by or $selected.reason or $selected.endedBy or $selected.endReason
  , since: alias.since, until: alias.until, by: alias.by, reason: alias.reason,
  endedBy: alias.endedBy, endReason: alias.endReason
// end
} AS node
