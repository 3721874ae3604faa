// What of namespaces, models, datasets and experiments is archived, `gone`: by name or by ref, looked up once for all that is listed.
CALL () {
  CALL () {
    MATCH (of:Namespace) WHERE of.archivedAt IS NOT NULL
    RETURN of.name AS owner
  UNION ALL
    MATCH (of:Model) WHERE of.archivedAt IS NOT NULL
    RETURN of.ref AS owner
  UNION ALL
    MATCH (of:Dataset) WHERE of.archivedAt IS NOT NULL
    RETURN of.ref AS owner
  UNION ALL
    MATCH (of:Experiment) WHERE of.archivedAt IS NOT NULL
    RETURN of.ref AS owner
  }
  RETURN collect(owner) AS gone
}
