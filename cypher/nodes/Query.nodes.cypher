// The nodes that ids or refs name, in the order asked, with null for what is unknown.
UNWIND range(0, size($refs) - 1) AS position
WITH position, $refs[position] AS ref
CALL (ref) {
  // include refs/find
  RETURN collect(found) AS found
}
WITH position, CASE WHEN size(found) > 1
  THEN {problems: [{ref: ref.text, kinds: [node IN found | node.nodeKind]}]}
  ELSE found[0] END AS node
ORDER BY position
RETURN node
