// The model that a version is a result of.
MATCH (node:Model {ref: this.modelRef})
RETURN node
