// How many deployments each environment has, and at how many of them something serves now.
CALL (this) {
  WITH this WHERE this.namespace IS NULL
  MATCH (n:Deployment)
  RETURN n
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:Deployment {namespace: this.namespace})
  WHERE n.ref IS NOT NULL
  RETURN n
}
WITH n.environment AS environment, count(*) AS count,
  sum(CASE WHEN EXISTS { MATCH (n)<-[serves:DEPLOYED_AS]-() WHERE serves.until IS NULL } THEN 1 ELSE 0 END)
    AS serving
ORDER BY environment
RETURN {environment: environment, count: count, serving: serving} AS node
