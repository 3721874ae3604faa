// How much a deployment feeds, now or at a moment.
MATCH (this)-[edge:FEEDS]->()
WHERE
// include filters/as_of
RETURN count(edge) AS node
