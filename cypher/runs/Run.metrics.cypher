// What a run measured, by key.
// include runs/metrics
