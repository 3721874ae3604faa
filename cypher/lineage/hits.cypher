// Of the rows `item`, `distance` what is affected, and what lies too deep, which tells that there is more.
WHERE distance > $maxDepth
  OR (item:Deployment AND ($environments IS NULL OR item.environment IN $environments))
  OR (item:Application AND $environments IS NULL)
// if $environments
// Of applications, `$environments` leaves those that a deployment in them feeds.
WITH item, distance, certain,
  CASE WHEN $environments IS NOT NULL AND distance < $maxDepth THEN item END AS deployment
OPTIONAL MATCH (deployment)-[edge:FEEDS]->(application:Application)
WHERE
// include filters/as_of
UNWIND CASE WHEN application IS NULL THEN [item] ELSE [item, application] END AS hit
WITH hit AS item, CASE hit WHEN item THEN distance ELSE distance + 1 END AS away, certain AS told
// include lineage/nearest
// end
WITH item AS hit, distance, certain
