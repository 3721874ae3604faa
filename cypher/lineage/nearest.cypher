// Of the rows `item`, `away`, `told` each item once: by a way that was told, or by any if none was.
WITH item, min(CASE WHEN told AND away <= $maxDepth THEN away END) AS sure, min(away) AS least
WITH item, coalesce(sure, least) AS distance, sure IS NOT NULL AS certain
