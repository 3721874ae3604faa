// Columns, by ref.
MATCH (node:Column)
WHERE node.ref > coalesce($after, '')
// include columns/filter_columns
// include filters/page_by_ref
