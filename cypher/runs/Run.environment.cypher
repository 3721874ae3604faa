// What the code of a run ran in.
// include runs/environment
