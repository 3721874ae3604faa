// What was measured on one part of the data, by key.
WITH this.rows AS rows
// include models/compared_metrics
