// What led to this column, each with its distance.
WITH [this] AS origins, [] AS problems
// include lineage/columns_upstream
CALL (heads, parts) {
  // include lineage/followed_upstream
  // include lineage/nearest
  // include lineage/kinds
  // include lineage/collected
}
WITH problems, reached, [] AS nearest, true AS whole
// include lineage/wanted
// include lineage/paged
// include lineage/answer
