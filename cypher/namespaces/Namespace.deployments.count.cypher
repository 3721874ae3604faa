// How many deployments a namespace has.
MATCH (node:Deployment {namespace: this.name})
WHERE node.archivedAt IS NULL
RETURN count(node) AS node
