// How many datasets a namespace has.
MATCH (node:Dataset {namespace: this.name})
WHERE node.archivedAt IS NULL
RETURN count(node) AS node
