// Waits until nobody else migrates, and keeps others waiting until this transaction ends.
MERGE (lock:MigrationLock {name: 'migrations'})
SET lock.takenAt = datetime()
RETURN true AS taken
