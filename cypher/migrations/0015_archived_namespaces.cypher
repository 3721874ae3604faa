// Which namespaces are archived is read from an index, however many there are.
CREATE INDEX namespace_archived IF NOT EXISTS FOR (n:Namespace) ON (n.archivedAt);
