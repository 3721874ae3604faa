// How many applications a namespace has.
MATCH (node:Application {namespace: this.name})
WHERE node.archivedAt IS NULL
RETURN count(node) AS node
