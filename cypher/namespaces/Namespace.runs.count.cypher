// How many runs a namespace has.
MATCH (node:Run {namespace: this.name})
RETURN count(node) AS node
