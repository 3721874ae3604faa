// The namespace that a model belongs to.
MATCH (node:Namespace {name: this.namespace})
RETURN node
