// What follows from this column, each with its distance.
WITH [this] AS origins, [] AS problems
// include lineage/columns_downstream
CALL (heads, parts) {
  // include lineage/followed_downstream
  // include lineage/nearest
  // include lineage/kinds
  // include lineage/collected
}
WITH problems, reached, [] AS nearest, true AS whole
// include lineage/wanted
// include lineage/paged
// include lineage/answer
