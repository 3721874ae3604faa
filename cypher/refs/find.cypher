// The nodes that one parsed `ref` names, at a moment if `$asOf` is given: as rows of `found`.
CALL (ref) {
  WITH ref WHERE ref.form = 'id'
  MATCH (found:Entity {id: ref.key})
  RETURN found
UNION
  WITH ref WHERE ref.form = 'namespace'
  MATCH (found:Namespace {name: ref.key})
  RETURN found
UNION
  // A bare name may be several kinds at once; all are found, the reader decides.
  WITH ref WHERE ref.form = 'name'
  MATCH (found:Dataset|Model|Deployment|Application {ref: ref.key})
  WHERE coalesce(found.nodeKind = ref.kind, true)
  RETURN found
UNION
  WITH ref WHERE ref.form = 'number'
  MATCH (found:ModelVersion {ref: ref.key})
  RETURN found
UNION
  WITH ref WHERE ref.form = 'label'
  MATCH (found:DatasetVersion {ref: ref.key})
  RETURN found
UNION
  WITH ref WHERE ref.form = 'label'
  MATCH (:Dataset {ref: ref.owner})-[:HAS_VERSION]->(found:DatasetVersion {digest: ref.selector})
  RETURN found
UNION
  WITH ref WHERE ref.form = 'alias'
  MATCH (:Model {ref: ref.owner})-[alias:HAS_ALIAS {name: ref.selector}]->(found:ModelVersion)
  WHERE CASE WHEN $asOf IS NULL THEN alias.until IS NULL
    ELSE alias.since <= $asOf AND coalesce(alias.until > $asOf, true) END
  RETURN found
}
