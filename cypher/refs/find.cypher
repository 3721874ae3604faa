// The nodes that one parsed `ref` names, at a moment if `$asOf` is given: as rows of `found`.
CALL (ref) {
  WITH ref WHERE ref.form = 'id'
  MATCH (found:Entity {id: ref.key})
  RETURN found
UNION
  // A bare name may be several kinds at once; all are found, the reader decides.
  WITH ref WHERE ref.form <> 'id'
  MATCH (found:Entity {ref: ref.key})
  WHERE ref.form <> 'name' OR coalesce(found.nodeKind = ref.kind, true)
  RETURN found
UNION
  WITH ref WHERE ref.form = 'label'
  MATCH (found:DatasetVersion {digest: ref.selector})
  WHERE found.datasetRef = ref.owner
  RETURN found
UNION
  WITH ref WHERE ref.form = 'alias'
  MATCH (:Model {ref: ref.owner})-[alias:HAS_ALIAS {name: ref.selector}]->(found:ModelVersion)
  WHERE CASE WHEN $asOf IS NULL THEN alias.until IS NULL
    ELSE alias.since <= $asOf AND coalesce(alias.until > $asOf, true) END
  RETURN found
}
