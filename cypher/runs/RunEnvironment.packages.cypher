// The packages that were installed where a run ran, by name.
UNWIND range(0, coalesce(size(this.packageNames), 0) - 1) AS position
WITH this, position ORDER BY position
RETURN {name: this.packageNames[position], version: this.packageVersions[position]} AS node
