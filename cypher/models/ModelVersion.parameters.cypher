// What a model version was told, by key.
// include runs/parameters
