// How many stays there ever were at a deployment.
RETURN COUNT { (:ModelVersion)-[:DEPLOYED_AS]->(this) } AS node
