// What a run was told, by key.
// include runs/parameters
