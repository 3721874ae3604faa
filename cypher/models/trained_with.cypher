// The names of the parameters that a version was trained with: its own, and others of its run.
OPTIONAL MATCH (this)<-[:PRODUCED]-(run:Run)
WITH this, run, [name IN keys(this) WHERE name STARTS WITH 'param.'] +
  [name IN coalesce(keys(run), []) WHERE name STARTS WITH 'param.' AND this[name] IS NULL] AS names
