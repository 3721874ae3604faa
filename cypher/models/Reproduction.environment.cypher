// What the code that made a version ran in; of no run, all of it is absent.
OPTIONAL MATCH (this)<-[:PRODUCED]-(run:Run)
WITH run AS this
// include runs/environment
