// The runs of an experiment, in the order that is asked for.
MATCH (this)-[:HAS_RUN]->(node:Run)
// include filters/page_in_order
