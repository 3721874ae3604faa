// How many datasets a namespace has.
MATCH (node:Dataset {namespace: this.name})
RETURN count(node) AS node
