// The run that a run is a part of.
MATCH (this)<-[:HAS_CHILD]-(node:Run)
RETURN node
