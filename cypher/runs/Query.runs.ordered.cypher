// Runs, in the order that is asked for.
// include filters/archived_owners
// include filters/named_refs
MATCH (node:Run)
WHERE true
// include runs/filter_runs
// include filters/page_in_order
