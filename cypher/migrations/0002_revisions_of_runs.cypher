// A run has a revision, as everything has that changes.
MATCH (run:Run) WHERE run.revision IS NULL
CALL (run) {
  SET run.revision = 1, run.updatedAt = run.createdAt, run.updatedBy = run.createdBy
} IN TRANSACTIONS OF 10000 ROWS;
