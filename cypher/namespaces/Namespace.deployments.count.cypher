// How many deployments a namespace has.
MATCH (node:Deployment {namespace: this.name})
RETURN count(node) AS node
