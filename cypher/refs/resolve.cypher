// What each of these refs names: id, kind, ref and namespace of the nodes found, in the order asked.
UNWIND range(0, size($refs) - 1) AS position
WITH position, $refs[position] AS ref
CALL (ref) {
  // include refs/find of $refs
  RETURN collect({id: found.id, kind: found.nodeKind, ref: found.ref, namespace: found.namespace}) AS found
}
WITH position, found ORDER BY position
RETURN collect(found) AS answer
