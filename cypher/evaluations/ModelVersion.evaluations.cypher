// What finished evaluations said about a model version, newest first.
// include evaluations/of_version
  AND node.id < coalesce($after, 'z')
// include filters/page_by_age
