// What was made from this node, each with its distance.
WITH [this] AS starts, [] AS problems, 'DOWNSTREAM' AS direction
// include lineage/traverse
