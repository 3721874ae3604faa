// What serves in an environment of a namespace, now or at a moment, by the name of the deployment.
MATCH (deployment:Deployment {namespace: this.name, environment: $environment})
MATCH (version:ModelVersion)-[edge:DEPLOYED_AS]->(deployment)
WHERE
// include filters/as_of
// A version serves once at a deployment at any moment.
WITH deployment, version, edge, deployment.ref + ' ' + version.id AS place
WHERE place > coalesce($after, '')
WITH deployment, version, edge, place ORDER BY place LIMIT $first + 1
RETURN edge {.*, version: version, deployment: deployment} AS node, ['serving', place] AS position
