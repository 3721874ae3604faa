// What the refs of filters name: `named` has, for each filter of `$named`, the refs that its nodes have now.
CALL () {
// if $named
  UNWIND range(0, size($named) - 1) AS position
  WITH position, $named[position] AS asked
  CALL (asked) {
    UNWIND asked.refs AS ref
// include refs/find of $named.refs
    WITH asked, found WHERE found.nodeKind IN asked.kinds
    RETURN collect(DISTINCT found.ref) AS refs
  }
  WITH position, refs ORDER BY position
  RETURN collect(refs) AS named
// else: RETURN [] AS named
}
