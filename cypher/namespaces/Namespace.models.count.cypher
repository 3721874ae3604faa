// How many models a namespace has.
MATCH (node:Model {namespace: this.name})
WHERE node.archivedAt IS NULL
RETURN count(node) AS node
