// How many versions a dataset has.
RETURN COUNT { (this)-[:HAS_VERSION]->() } AS node
