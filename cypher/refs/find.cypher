// The nodes that one parsed `ref` names, at a moment if `$asOf` is given: as rows of `found`.
CALL (ref) {
  WITH ref WHERE ref.form = 'id'
  MATCH (found:Entity {id: ref.key})
  RETURN found
// if $OF.form.namespace or $OF.form.name or $OF.form.number or $OF.form.label
UNION
  // A bare name may be several kinds at once; all are found, the reader decides.
  WITH ref WHERE ref.form <> 'id'
  MATCH (found:Entity {ref: ref.key})
  WHERE (ref.form <> 'name' OR coalesce(found.nodeKind = ref.kind, true)) AND NOT found:Column
  RETURN found
// end
// if $OF.form.label
UNION
  WITH ref WHERE ref.form = 'label'
  MATCH (found:DatasetVersion {digest: ref.selector})
  WHERE found.datasetRef = ref.owner
  RETURN found
// end
// if $OF.columns
UNION
  // A column, if no version is called so; if it may be that of several, the longest label counts.
  WITH ref WHERE ref.columns IS NOT NULL
    AND NOT EXISTS { MATCH (:DatasetVersion {ref: ref.key}) }
  UNWIND range(0, size(ref.columns) - 1) AS position
  WITH ref, position, ref.columns[position] AS asked
  CALL (ref, asked) {
    MATCH (found:Column {ref: ref.owner + '#' + asked.label + '.' + asked.column})
    RETURN found
  UNION
    MATCH (version:DatasetVersion {digest: asked.label})
    WHERE version.datasetRef = ref.owner
    MATCH (found:Column {ref: version.ref + '.' + asked.column})
    RETURN found
  }
  RETURN found ORDER BY position LIMIT 1
// end
// if $OF.form.alias
UNION
  WITH ref WHERE ref.form = 'alias'
  CALL (ref) {
    MATCH (model:Model {ref: ref.owner})
    RETURN model
  UNION
    MATCH (:FormerRef {ref: ref.owner})-[:IS_NOW]->(model:Model)
    RETURN model
  }
  MATCH (model)-[edge:HAS_ALIAS {name: ref.selector}]->(version:ModelVersion)
// include models/pointing
  RETURN version AS found
// end
// if $OF.form.name or $OF.form.number
UNION
  // What a model was called before it was renamed.
  WITH ref WHERE ref.form IN ['name', 'number'] AND coalesce(ref.kind = 'Model', true)
  MATCH (:FormerRef {ref: ref.owner})-[:IS_NOW]->(model:Model)
  MATCH (found:Entity {ref: CASE ref.form
    WHEN 'name' THEN model.ref ELSE model.ref + ':' + ref.selector END})
  WHERE found:Model OR found:ModelVersion
  RETURN found
// end
}
