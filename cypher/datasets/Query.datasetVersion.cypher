// The dataset version that a ref names.
WITH $ref AS ref
// include refs/find of $ref
WITH found AS node WHERE node:DatasetVersion
RETURN node
