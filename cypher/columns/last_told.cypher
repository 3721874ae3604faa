// What was said of columns in the last version of their dataset that has one of that name.
UNWIND $columns AS asked
CALL (asked) {
  MATCH (column:Column)
  WHERE column.datasetRef = asked.dataset AND column.name = asked.name AND column.id > ''
  WITH column ORDER BY column.datasetRef DESC, column.name DESC, column.id DESC LIMIT 1
  RETURN column {.description, .tags} AS told, [key IN keys(column)
    WHERE key STARTS WITH 'property.' OR key STARTS WITH 'link.' OR key STARTS WITH 'documentation' |
    [key, column[key]]] AS kept
}
RETURN collect({dataset: asked.dataset, name: asked.name, told: told, kept: kept}) AS answer
