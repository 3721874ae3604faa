// What follows from `heads`, and `parts`, up to a depth: `layers` of what is equally far and as sure.
// include lineage/followed_downstream
WITH item, told, min(away) AS away
WHERE away <= $maxDepth
WITH told, away, collect(item) AS nodes
RETURN collect({told: told, distance: away, nodes: nodes}) AS layers
