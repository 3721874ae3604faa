// What an evaluation measured on all of its data, by key.
// include runs/metrics
