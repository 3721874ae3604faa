// How many affected deployments each environment has.
UNWIND this.hits AS hit
WITH hit WHERE hit.kind = 'Deployment'
WITH hit.environment AS environment, sum(hit.count) AS count
ORDER BY environment
RETURN {environment: environment, count: count} AS node
