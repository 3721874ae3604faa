// What is archived of what others belong to is found at once: whoever lists those looks it up.
CREATE INDEX model_archived IF NOT EXISTS FOR (n:Model) ON (n.archivedAt);
CREATE INDEX dataset_archived IF NOT EXISTS FOR (n:Dataset) ON (n.archivedAt);
CREATE INDEX experiment_archived IF NOT EXISTS FOR (n:Experiment) ON (n.archivedAt);
