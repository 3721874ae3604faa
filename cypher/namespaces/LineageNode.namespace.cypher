// The namespace that a node belongs to.
MATCH (node:Namespace {name: this.namespace})
RETURN node
