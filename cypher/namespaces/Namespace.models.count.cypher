// How many models a namespace has.
MATCH (node:Model {namespace: this.name})
RETURN count(node) AS node
