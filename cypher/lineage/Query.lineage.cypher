// What these nodes were made from, what was made from them, or both, each with its distance.
WITH $of AS refs
// include lineage/starts
WITH starts, problems, $direction AS direction
// include lineage/traverse
