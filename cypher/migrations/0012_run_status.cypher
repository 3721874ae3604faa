// How many runs have a status, of all or of a namespace, is counted in an index.
CREATE INDEX run_by_status IF NOT EXISTS FOR (n:Run) ON (n.status, n.namespace);
