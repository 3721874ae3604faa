// What is unique, and the indexes behind pages in order, namespaces and digests.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT namespace_name IF NOT EXISTS FOR (n:Namespace) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT dataset_ref IF NOT EXISTS FOR (n:Dataset) REQUIRE n.ref IS UNIQUE;
CREATE CONSTRAINT dataset_version_ref IF NOT EXISTS FOR (n:DatasetVersion) REQUIRE n.ref IS UNIQUE;
CREATE CONSTRAINT model_ref IF NOT EXISTS FOR (n:Model) REQUIRE n.ref IS UNIQUE;
CREATE CONSTRAINT model_version_ref IF NOT EXISTS FOR (n:ModelVersion) REQUIRE n.ref IS UNIQUE;
CREATE CONSTRAINT deployment_ref IF NOT EXISTS FOR (n:Deployment) REQUIRE n.ref IS UNIQUE;
CREATE CONSTRAINT application_ref IF NOT EXISTS FOR (n:Application) REQUIRE n.ref IS UNIQUE;
CREATE CONSTRAINT idempotency_key IF NOT EXISTS FOR (n:IdempotencyKey) REQUIRE n.key IS UNIQUE;

// A ref may be that of any kind.
CREATE INDEX entity_by_ref IF NOT EXISTS FOR (n:Entity) ON (n.ref);

// A page is read from an index in its order: of all of a kind, or of what belongs to one thing.
CREATE INDEX dataset_version_by_id IF NOT EXISTS FOR (n:DatasetVersion) ON (n.id);
CREATE INDEX run_by_id IF NOT EXISTS FOR (n:Run) ON (n.id);
CREATE INDEX model_version_by_id IF NOT EXISTS FOR (n:ModelVersion) ON (n.id);
CREATE INDEX dataset_by_namespace IF NOT EXISTS FOR (n:Dataset) ON (n.namespace, n.ref);
CREATE INDEX run_by_namespace IF NOT EXISTS FOR (n:Run) ON (n.namespace, n.id);
CREATE INDEX model_by_namespace IF NOT EXISTS FOR (n:Model) ON (n.namespace, n.ref);
CREATE INDEX deployment_by_namespace IF NOT EXISTS FOR (n:Deployment) ON (n.namespace, n.ref);
CREATE INDEX application_by_namespace IF NOT EXISTS FOR (n:Application) ON (n.namespace, n.ref);
CREATE INDEX dataset_version_by_dataset IF NOT EXISTS FOR (n:DatasetVersion) ON (n.datasetRef, n.id);
CREATE INDEX model_version_by_model IF NOT EXISTS FOR (n:ModelVersion) ON (n.modelRef, n.number);

CREATE INDEX dataset_version_by_digest IF NOT EXISTS FOR (n:DatasetVersion) ON (n.digest);
CREATE INDEX model_version_by_digest IF NOT EXISTS FOR (n:ModelVersion) ON (n.digest);
CREATE INDEX model_version_by_label IF NOT EXISTS FOR (n:ModelVersion) ON (n.label);

CREATE INDEX idempotency_key_by_age IF NOT EXISTS FOR (n:IdempotencyKey) ON (n.createdAt);
