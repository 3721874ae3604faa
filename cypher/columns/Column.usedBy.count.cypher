// How many model versions use a column.
MATCH (this)-[:USED_BY]->(node:ModelVersion)
RETURN count(node) AS node
