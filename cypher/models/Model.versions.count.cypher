// How many versions a model has.
RETURN COUNT { (this)-[:HAS_VERSION]->() } AS node
