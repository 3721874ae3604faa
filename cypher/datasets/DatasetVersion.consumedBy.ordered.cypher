// The runs that read a dataset version, in the order that is asked for.
MATCH (this)-[:CONSUMED_BY]->(node:Run)
WITH DISTINCT node
// include filters/page_in_order
