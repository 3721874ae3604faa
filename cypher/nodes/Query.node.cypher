// The node that an id or a ref names.
WITH $ref AS ref
// include refs/find of $ref
WITH ref, collect(found) AS found
WITH found, [{ref: ref.text, kinds: [node IN found | node.nodeKind]}] AS problems
UNWIND CASE WHEN size(found) > 1 THEN [{problems: problems}] ELSE found END AS node
RETURN node
