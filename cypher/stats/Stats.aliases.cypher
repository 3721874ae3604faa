// How many models have each alias now.
CALL (this) {
  WITH this WHERE this.namespace IS NULL
  MATCH (:Model)-[edge:HAS_ALIAS]->()
  WHERE edge.until IS NULL
  RETURN edge.name AS alias
UNION ALL
  WITH this WHERE this.namespace IS NOT NULL
  MATCH (n:Model {namespace: this.namespace})-[edge:HAS_ALIAS]->()
  WHERE n.ref IS NOT NULL AND edge.until IS NULL
  RETURN edge.name AS alias
}
WITH alias, count(*) AS count ORDER BY count DESC, alias LIMIT 100
RETURN {alias: alias, count: count} AS node
