// How many affected deployments and applications each namespace has.
UNWIND this.hits AS hit
WITH hit.namespace AS namespace, sum(hit.count) AS count
ORDER BY namespace
RETURN {namespace: namespace, count: count} AS node
