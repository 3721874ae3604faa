// Waits until every index is online; fails if one cannot be.
CALL db.awaitIndexes($seconds)
