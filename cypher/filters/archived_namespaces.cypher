// The names of archived namespaces, `gone`: they are few, and looked up once for all that is listed.
CALL () {
  MATCH (of:Namespace) WHERE of.archivedAt IS NOT NULL
  RETURN collect(of.name) AS gone
}
