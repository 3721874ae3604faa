// How many applications there are.
MATCH (node:Application)
WHERE true
// include filters/named
  AND ($kinds IS NULL OR node.kind IN $kinds)
RETURN count(node) AS node
