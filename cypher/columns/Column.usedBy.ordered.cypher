// The model versions that use a column, in the order that is asked for.
MATCH (this)-[:USED_BY]->(node:ModelVersion)
// include filters/page_in_order
