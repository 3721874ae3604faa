// The versions that were made from a version directly, newest first.
// include models/derived
WITH node WHERE node.id < coalesce($after, 'z')
// include filters/page_by_age
