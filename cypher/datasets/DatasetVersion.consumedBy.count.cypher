// How many runs read a dataset version.
MATCH (this)-[:CONSUMED_BY]->(node:Run)
RETURN count(DISTINCT node) AS node
