// What was measured on a part of the data, by key.
// include runs/metrics
