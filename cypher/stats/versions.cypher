// The versions `n` of datasets and models: all, or those of the namespace `this.namespace`.
CALL (this) {
  WITH this WHERE this.namespace IS NULL
  MATCH (n:DatasetVersion)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:DatasetVersion)
  WHERE n.datasetRef STARTS WITH this.namespace + '/'
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NULL
  MATCH (n:ModelVersion)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:ModelVersion)
  WHERE n.modelRef STARTS WITH this.namespace + '/'
  RETURN n
}
