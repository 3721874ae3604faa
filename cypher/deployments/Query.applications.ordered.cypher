// Applications, in the order that is asked for.
// include filters/archived_namespaces
MATCH (node:Application)
WHERE true
// include deployments/filter_applications
// include filters/page_in_order
