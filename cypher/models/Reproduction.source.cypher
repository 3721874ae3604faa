// The code that made a version, and how that was called; of no run, all of it is absent.
OPTIONAL MATCH (this)<-[:PRODUCED]-(run:Run)
WITH run AS this
// include runs/source
