// How many experiments a namespace has.
MATCH (node:Experiment {namespace: this.name})
RETURN count(node) AS node
