// Locks runs, which are one revision further then: by id, the revision each had, its status and its beginning.
UNWIND $ids AS id
WITH DISTINCT id ORDER BY id
MATCH (changed:Run {id: id})
SET changed.lock = true
// include change/revise
RETURN collect({
  id: changed.id, revision: changed.revision - 1, status: changed.status,
  startedAt: toString(changed.startedAt)
}) AS answer
