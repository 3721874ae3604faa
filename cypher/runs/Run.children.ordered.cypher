// The runs that are parts of a run, in the order that is asked for.
MATCH (this)-[:HAS_CHILD]->(node:Run)
// include filters/page_in_order
