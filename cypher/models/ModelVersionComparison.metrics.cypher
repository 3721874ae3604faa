// The metrics that at least one of the compared versions has, by key, and which of them does best.
WITH [version IN this.versions | {ref: version.ref, of: version}] AS rows
// include models/compared_metrics
