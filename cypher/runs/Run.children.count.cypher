// How many runs are parts of a run.
RETURN COUNT { (this)-[:HAS_CHILD]->() } AS node
