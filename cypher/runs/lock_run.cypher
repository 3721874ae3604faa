// The status of a run and when it began; nobody else changes it until the transaction ends.
MATCH (run:Run {id: $id})
SET run.lock = true
WITH run
RETURN {status: run.status, startedAt: toString(run.startedAt)} AS answer
