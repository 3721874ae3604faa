// How many runs have each status, from an index.
UNWIND ['RUNNING', 'FINISHED', 'FAILED', 'CANCELLED'] AS status
WITH this.namespace AS namespace, status, CASE
  WHEN this.namespace IS NULL THEN COUNT { MATCH (n:Run {status: status}) WHERE n.namespace IS NOT NULL }
  ELSE COUNT { MATCH (n:Run {status: status, namespace: this.namespace}) } END AS count
RETURN {status: status, count: count} AS node
