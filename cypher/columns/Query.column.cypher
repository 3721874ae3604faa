// The column that a ref names.
WITH $ref AS ref
// include refs/find of $ref
WITH found AS node WHERE node:Column
RETURN node
