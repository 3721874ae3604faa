// Counts up the revision of the locked node `changed`, at `now`, which is after its last change.
// The clock is read under the lock and may stand still or go back; a history may not. Clients keep
// microseconds: a time that they hand back as `asOf` must be the same one.
WITH changed, datetime.truncate('microsecond', datetime.realtime()) AS clock,
  changed.updatedAt + duration({microseconds: 1}) AS next
WITH changed, CASE WHEN clock > next THEN clock ELSE next END AS now
SET changed.revision = changed.revision + 1, changed.updatedAt = now, changed.updatedBy = $actor
WITH changed, now
