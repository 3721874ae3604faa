// The run that wrote a dataset version.
MATCH (this)<-[:PRODUCED]-(node:Run)
RETURN node
