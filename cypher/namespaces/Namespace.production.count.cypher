// How many stays there are in an environment of a namespace, now or at a moment.
MATCH (:ModelVersion)-[edge:DEPLOYED_AS]->(:Deployment {namespace: this.name, environment: $environment})
WHERE
// include filters/as_of
RETURN count(edge) AS node
