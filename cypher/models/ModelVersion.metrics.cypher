// What was measured of a model version, by key.
// include runs/metrics
