// Models, in the order that is asked for.
MATCH (node:Model)
WHERE true
// include filters/named
// include filters/page_in_order
