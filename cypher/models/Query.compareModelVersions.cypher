// The model versions that refs name, to be compared, or the problems with the refs.
CALL () {
  UNWIND range(0, size($refs) - 1) AS position
  WITH position, $refs[position] AS ref
  CALL (ref) {
    // include refs/find of $refs
    RETURN collect(found) AS found
  }
  WITH position, ref, [node IN found WHERE node:ModelVersion][0] AS version,
    [node IN found | node.nodeKind] AS kinds ORDER BY position
  RETURN collect({text: ref.text, version: version, kinds: kinds}) AS rows
}
WITH rows, [row IN rows | row.version] AS versions
WITH versions, [row IN rows WHERE row.version IS NULL
  | {ref: row.text, kinds: row.kinds, wanted: 'ModelVersion'}] AS unfit,
  // One version under two names is told, and no table made in which it differs from itself.
  [place IN range(1, size(rows) - 1) WHERE versions[place] IN versions[..place]
    | {ref: rows[place].text, kinds: [], wanted: 'ModelVersion',
      again: [row IN rows WHERE row.version = versions[place]][0].text, is: versions[place].ref}] AS twice
WITH versions, unfit + twice AS problems
RETURN {problems: problems, versions: versions} AS node
