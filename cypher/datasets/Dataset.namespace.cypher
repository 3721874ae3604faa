// The namespace that a dataset belongs to.
MATCH (node:Namespace {name: this.namespace})
RETURN node
