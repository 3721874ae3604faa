// What somebody named: all `n`, or those of the namespace `this.namespace`.
CALL (this) {
  WITH this WHERE this.namespace IS NULL
  MATCH (n:Namespace)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:Namespace {name: this.namespace})
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NULL
  MATCH (n:Dataset)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:Dataset {namespace: this.namespace})
  WHERE n.ref IS NOT NULL
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NULL
  MATCH (n:Model)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:Model {namespace: this.namespace})
  WHERE n.ref IS NOT NULL
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NULL
  MATCH (n:Deployment)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:Deployment {namespace: this.namespace})
  WHERE n.ref IS NOT NULL
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NULL
  MATCH (n:Application)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:Application {namespace: this.namespace})
  WHERE n.ref IS NOT NULL
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NULL
  MATCH (n:Experiment)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:Experiment {namespace: this.namespace})
  WHERE n.ref IS NOT NULL
  RETURN n
}
