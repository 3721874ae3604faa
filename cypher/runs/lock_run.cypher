// The status of a run, which nobody else changes until the transaction ends.
MATCH (run:Run {id: $id})
SET run.lock = true
WITH run
RETURN run.status AS answer
