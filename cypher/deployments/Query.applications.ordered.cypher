// Applications, in the order that is asked for.
MATCH (node:Application)
WHERE true
// include deployments/filter_applications
// include filters/page_in_order
