// The runs of a namespace, newest first.
MATCH (node:Run {namespace: this.name})
WHERE $after IS NULL OR node.id < $after
// include filters/page_by_age
