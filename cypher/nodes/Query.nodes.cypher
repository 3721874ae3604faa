// The nodes that ids or refs name, in the order asked, with null for what is unknown.
UNWIND range(0, size($refs) - 1) AS position
WITH position, $refs[position] AS ref
CALL (ref) {
  // include refs/find of $refs
  RETURN collect(found) AS found
}
WITH ref, found ORDER BY position
WITH collect({ref: ref.text, found: found}) AS rows
WITH [row IN rows | row.found[0]] AS nodes, [row IN rows WHERE size(row.found) > 1
  | {ref: row.ref, kinds: [node IN row.found | node.nodeKind]}] AS problems
UNWIND CASE problems WHEN [] THEN nodes ELSE [{problems: problems}] END AS node
RETURN node
