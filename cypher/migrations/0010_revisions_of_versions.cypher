// Versions have a revision, as everything has that changes.
MATCH (version:ModelVersion) WHERE version.revision IS NULL
CALL (version) {
  SET version.revision = 1, version.updatedAt = version.createdAt, version.updatedBy = version.createdBy
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (version:DatasetVersion) WHERE version.revision IS NULL
CALL (version) {
  SET version.revision = 1, version.updatedAt = version.createdAt, version.updatedBy = version.createdBy
} IN TRANSACTIONS OF 10000 ROWS;
