// The version of a model with the highest number.
MATCH (node:ModelVersion {ref: this.ref + ':' + toString(this.versionCount)})
RETURN node
