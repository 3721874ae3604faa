// How many runs an experiment has.
RETURN COUNT { (this)-[:HAS_RUN]->() } AS node
