// The dataset that a version is a state of.
MATCH (node:Dataset {ref: this.datasetRef})
RETURN node
