// Models, in the order that is asked for.
// include filters/archived_namespaces
MATCH (node:Model)
WHERE true
// include models/filter_models
// include filters/page_in_order
