// Where a traversal begins: the `starts` that parsed `refs` name, and the `problems` with them.
CALL (refs) {
  UNWIND refs AS ref
  CALL (ref) {
    // include refs/find of $OF
    RETURN collect(found) AS found
  }
  // Kinds say what is wrong: none is unknown, several are ambiguous, one has no lineage.
  WITH ref, found, [node IN found | node.nodeKind] AS kinds
  WITH ref, found, kinds, CASE
    WHEN size(found) = 0 OR any(node IN found WHERE NOT node:LineageNode|Dataset|Model) THEN true
    ELSE ref.form = 'name' AND size(found) > 1 END AS refused
  RETURN
    collect(DISTINCT CASE WHEN refused THEN {ref: ref.text, kinds: kinds} END) AS problems,
    collect(CASE WHEN NOT refused THEN found END) AS named
}
CALL (problems, named) {
  // A dataset or a model stands for all its versions. An answer for some of the refs would mislead.
  UNWIND CASE problems WHEN [] THEN named ELSE [] END AS found
  UNWIND found AS head
  OPTIONAL MATCH (head)-[:HAS_VERSION]->(version)
  WITH DISTINCT coalesce(version, head) AS start
  WHERE start:LineageNode
  RETURN collect(start) AS starts
}
