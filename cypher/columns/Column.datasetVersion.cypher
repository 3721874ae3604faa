// The dataset version that a column is a part of.
MATCH (this)-[:PART_OF]->(node:DatasetVersion)
RETURN node
