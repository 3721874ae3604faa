// Locks a run, which is one revision further then: the revision it had, its status and its beginning.
MATCH (changed:Run {id: $id})
SET changed.lock = true
// include change/revise
RETURN {
  revision: changed.revision - 1, status: changed.status, startedAt: toString(changed.startedAt)
} AS answer
