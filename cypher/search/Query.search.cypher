// What has the words of a text, best first.
// include search/found
  WITH item, score ORDER BY score DESC, item.id DESC
  RETURN collect({item: item, score: score}) AS hits
}
WITH more, hits, [hit IN hits WHERE $after IS NULL OR hit.score < $after[0]
  OR (hit.score = $after[0] AND hit.item.id < $after[1])] AS rest
WITH more, hits, rest[..$first] AS page, size(rest) > $first AS next
// include search/facets
RETURN {
  hits: [hit IN page | {score: hit.score, node: hit.item, highlights:
    CASE WHEN 'hits.highlights' IN $selected THEN {words: $words, texts:
// include search/texts
    } END}],
  totalCount: size(hits),
  facets: facets,
  complete: NOT more,
  pageInfo: {
    hasNextPage: next, hasPreviousPage: $after IS NOT NULL,
    startCursor: CASE WHEN page <> [] THEN [$list, 'score', page[0].score, page[0].item.id] END,
    endCursor: CASE WHEN page <> [] THEN [$list, 'score', page[-1].score, page[-1].item.id] END
  }
} AS node
