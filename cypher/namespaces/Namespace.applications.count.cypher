// How many applications a namespace has.
MATCH (node:Application {namespace: this.name})
RETURN count(node) AS node
