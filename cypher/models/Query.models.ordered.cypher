// Models, in the order that is asked for.
MATCH (node:Model)
WHERE true
// include models/filter_models
// include filters/page_in_order
