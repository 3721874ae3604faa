// How many there are of each kind: all from the count store, those of a namespace from an index.
UNWIND [
  {kind: 'Namespace', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:Namespace) }
    ELSE COUNT { MATCH (n:Namespace {name: this.namespace}) } END},
  {kind: 'Dataset', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:Dataset) }
    ELSE COUNT { MATCH (n:Dataset {namespace: this.namespace}) WHERE n.ref IS NOT NULL } END},
  {kind: 'DatasetVersion', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:DatasetVersion) }
    ELSE COUNT { MATCH (n:DatasetVersion) WHERE n.datasetRef STARTS WITH this.namespace + '/' } END},
  {kind: 'Column', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:Column) }
    ELSE COUNT { MATCH (n:Column) WHERE n.datasetRef STARTS WITH this.namespace + '/' } END},
  {kind: 'Experiment', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:Experiment) }
    ELSE COUNT { MATCH (n:Experiment {namespace: this.namespace}) WHERE n.ref IS NOT NULL } END},
  {kind: 'Run', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:Run) }
    ELSE COUNT { MATCH (n:Run {namespace: this.namespace}) WHERE n.id IS NOT NULL } END},
  {kind: 'Model', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:Model) }
    ELSE COUNT { MATCH (n:Model {namespace: this.namespace}) WHERE n.ref IS NOT NULL } END},
  {kind: 'ModelVersion', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:ModelVersion) }
    ELSE COUNT { MATCH (n:ModelVersion) WHERE n.modelRef STARTS WITH this.namespace + '/' } END},
  {kind: 'Deployment', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:Deployment) }
    ELSE COUNT { MATCH (n:Deployment {namespace: this.namespace}) WHERE n.ref IS NOT NULL } END},
  {kind: 'Application', count: CASE
    WHEN this.namespace IS NULL THEN COUNT { (:Application) }
    ELSE COUNT { MATCH (n:Application {namespace: this.namespace}) WHERE n.ref IS NOT NULL } END}
] AS node
RETURN node
