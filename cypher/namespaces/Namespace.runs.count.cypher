// How many runs a namespace has.
MATCH (node:Run {namespace: this.name})
WHERE node.archivedAt IS NULL
RETURN count(node) AS node
