// The deployment that a ref names.
WITH $ref AS ref
// include refs/find of $ref
WITH found AS node WHERE node:Deployment
RETURN node
