// The version of a model with the highest number.
MATCH (node:ModelVersion {ref: this.ref + ':' + toString(coalesce(this.latestNumber, this.versionCount))})
RETURN node
