// The code that a run ran, and how that was called.
// include runs/source
