// How many applications there are.
// include filters/archived_namespaces
MATCH (node:Application)
WHERE true
// include deployments/filter_applications
RETURN count(node) AS node
