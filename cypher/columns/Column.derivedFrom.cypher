// What a column was made from, by ref of the other column.
MATCH (this)<-[edge:DERIVED_INTO]-(from:Column)
WITH this, from, edge ORDER BY from.ref, edge.run
OPTIONAL MATCH (run:Run {id: edge.run})
RETURN {from: from, to: this, how: edge.how, run: run} AS node
