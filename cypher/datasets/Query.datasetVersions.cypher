// Dataset versions, newest first.
MATCH (node:DatasetVersion)
WHERE node.id < coalesce($after, 'z')
// include datasets/filter_versions
// include filters/page_by_age
