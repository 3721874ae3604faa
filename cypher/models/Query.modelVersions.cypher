// Model versions, newest first.
MATCH (node:ModelVersion)
WHERE node.id < coalesce($after, 'z')
// include models/filter_versions
// include filters/page_by_age
