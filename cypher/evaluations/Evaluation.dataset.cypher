// What an evaluation measured on: what it read in the role `test`, or else in another.
MATCH (this)<-[edge:CONSUMED_BY]-(node:DatasetVersion)
WITH node, edge ORDER BY edge.role <> 'test', edge.role, node.ref LIMIT 1
RETURN node
