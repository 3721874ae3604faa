// The versions that an evaluation is about, by ref.
MATCH (this)<-[:CONSUMED_BY {role: 'evaluated'}]-(node:ModelVersion)
WITH DISTINCT node ORDER BY node.ref
RETURN node
