// What this node was made from, each with its distance.
WITH [this] AS starts, [] AS problems, 'UPSTREAM' AS direction
// include lineage/traverse
