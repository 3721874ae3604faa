// The version of a dataset that was registered last.
MATCH (node:DatasetVersion {id: this.latestId})
RETURN node
