// How many stays there are in an environment of a namespace, now or at a moment.
MATCH (:ModelVersion)-[edge:DEPLOYED_AS]->(:Deployment {namespace: this.name, environment: $environment})
WHERE CASE WHEN $asOf IS NULL THEN edge.until IS NULL
  ELSE edge.since <= $asOf AND coalesce(edge.until > $asOf, true) END
RETURN count(edge) AS node
