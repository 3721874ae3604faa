// The code that a run ran.
RETURN {repository: this.repository, commit: this.commit, entryPoint: this.entryPoint} AS node
