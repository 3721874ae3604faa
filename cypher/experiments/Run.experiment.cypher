// The experiment that a run belongs to.
MATCH (this)<-[:HAS_RUN]-(node:Experiment)
RETURN node
