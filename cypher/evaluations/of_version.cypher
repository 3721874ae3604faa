// The runs that evaluated `this` version and finished, by one suite if it is given.
MATCH (this)-[:CONSUMED_BY {role: 'evaluated'}]->(node:Run)
WHERE node.status = 'FINISHED' AND ($suite IS NULL OR node.suite = $suite)
