// What a run measured on parts of its data, by name.
// include runs/slices
