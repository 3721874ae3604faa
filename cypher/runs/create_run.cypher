// Records a run.
WITH datetime.truncate('microsecond', datetime.realtime()) AS now
CREATE (run:Entity:LineageNode:Run)
SET run = $run, run.nodeKind = 'Run', run.revision = 1,
  run.createdAt = now, run.createdBy = $actor, run.updatedAt = now, run.updatedBy = $actor
RETURN run.id AS answer
