// The code that a run ran, and how that was called.
RETURN {
  repository: this.repository,
  commit: this.commit,
  entryPoint: this.entryPoint,
  arguments: this.arguments,
  uncommittedChanges: this.uncommittedChanges,
  diffDigest: this.diffDigest
} AS node
