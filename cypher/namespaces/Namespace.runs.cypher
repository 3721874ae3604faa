// The runs of a namespace, newest first.
MATCH (node:Run {namespace: this.name})
// include namespaces/listed_runs
  AND node.id < coalesce($after, 'z')
// include filters/page_by_age
