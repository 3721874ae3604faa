// Experiments: unique by ref, and read by namespace in the order of refs.
CREATE CONSTRAINT experiment_ref IF NOT EXISTS FOR (n:Experiment) REQUIRE n.ref IS UNIQUE;
CREATE INDEX experiment_by_namespace IF NOT EXISTS FOR (n:Experiment) ON (n.namespace, n.ref);
