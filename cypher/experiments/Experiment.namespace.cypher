// The namespace that an experiment belongs to.
MATCH (node:Namespace {name: this.namespace})
RETURN node
