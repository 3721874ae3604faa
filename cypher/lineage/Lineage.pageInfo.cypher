// Where the page is in the list.
WITH this, this.nodes[0] AS first, this.nodes[-1] AS last
RETURN {
  hasNextPage: coalesce(this.truncatedBy = 'PAGE', false), hasPreviousPage: this.isLater,
  startCursor: CASE WHEN first IS NOT NULL THEN [this.list, first.distance, first.node.id] END,
  endCursor: CASE WHEN last IS NOT NULL THEN [this.list, last.distance, last.node.id] END
} AS node
