// The rows `item`, `distance`, counted by kind: no more of a node is read.
WHERE distance <= $maxDepth
WITH item.nodeKind AS kind, count(*) AS count ORDER BY kind
RETURN collect({kind: kind, count: count}) AS counts
