// Records a run.
CREATE (run:Entity:LineageNode:Run)
SET run = $run, run.nodeKind = 'Run', run.createdAt = datetime.truncate('microsecond', datetime.realtime()), run.createdBy = $actor
RETURN run.id AS answer
