// The run that made a version.
MATCH (this)<-[:PRODUCED]-(node:Run)
RETURN node
