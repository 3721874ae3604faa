// Records a run.
CREATE (run:Entity:LineageNode:Run)
SET run = $run, run.nodeKind = 'Run', run.createdAt = datetime.realtime(), run.createdBy = $actor
RETURN run.id AS answer
