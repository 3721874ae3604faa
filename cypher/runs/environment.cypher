// What the code of a run ran in.
RETURN {
  imageDigest: this.imageDigest,
  lockDigest: this.lockDigest,
  pythonVersion: this.pythonVersion,
  packageNames: this.packageNames,
  packageVersions: this.packageVersions
} AS node
