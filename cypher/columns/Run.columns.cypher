// Which columns a run made from which, by ref of both.
MATCH (this)-[:PRODUCED]->(:DatasetVersion)<-[:PART_OF]-(to:Column)<-[edge:DERIVED_INTO]-(from)
WHERE edge.run = this.id
WITH this, from, to, edge ORDER BY to.ref, from.ref
RETURN {from: from, to: to, how: edge.how, run: this} AS node
