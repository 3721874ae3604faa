// What the code of a run ran in.
RETURN {imageDigest: this.imageDigest, lockDigest: this.lockDigest} AS node
