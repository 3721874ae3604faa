// How many applications there are.
MATCH (node:Application)
WHERE true
// include deployments/filter_applications
RETURN count(node) AS node
