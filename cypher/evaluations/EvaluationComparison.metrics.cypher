// What the evaluations by one suite measured on all of their data, by key.
WITH [value IN this.values | {ref: value.version, of: value.evaluation}] AS rows
// include models/compared_metrics
