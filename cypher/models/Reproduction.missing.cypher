// What was never recorded of what is needed to train a version again.
CALL (this) {
  // include models/trained_with
  WITH run, names, [name IN names WHERE
  // include models/is_seed
  ] AS seeds, EXISTS { MATCH (run)<-[:CONSUMED_BY]-(:DatasetVersion) } AS reads
  UNWIND [
    {code: 'RUN', is: run IS NULL, message: 'It is not known which run made it'},
    {code: 'REPOSITORY', is: run.repository IS NULL, message: 'Where the code is kept was not recorded'},
    {code: 'COMMIT', is: run.commit IS NULL, message: 'Which commit ran was not recorded'},
    {code: 'CHANGES_KNOWN', is: run.commit IS NOT NULL AND run.uncommittedChanges IS NULL,
      message: 'Whether the code was that of the commit was not recorded'},
    {code: 'CHANGES', is: coalesce(run.uncommittedChanges, false),
      message: 'The code had changes that were not committed, and these are not kept'},
    {code: 'ENTRY_POINT', is: run.entryPoint IS NULL, message: 'What was started was not recorded'},
    {code: 'ARGUMENTS', is: run.arguments IS NULL,
      message: 'With which arguments it was started was not recorded'},
    {code: 'REDACTED_ARGUMENT',
      is: any(argument IN coalesce(run.arguments, []) WHERE argument CONTAINS '<redacted>'),
      message: 'An argument looked like a secret, and was left out'},
    {code: 'LOCK_DIGEST', is: coalesce(run.lockDigest, run.imageDigest) IS NULL,
      message: CASE WHEN run.packageNames IS NULL
        THEN 'Neither a lock file, an image nor packages were recorded'
        ELSE 'Neither a lock file nor an image was recorded, only the versions of packages' END},
    {code: 'PYTHON_VERSION', is: coalesce(run.pythonVersion, run.imageDigest) IS NULL,
      message: 'The version of Python was not recorded'},
    {code: 'PARAMETERS', is: names = [], message: 'What the training was told was not recorded'},
    {code: 'SEED', is: names <> [] AND seeds = [], message: 'No parameter is a seed'},
    {code: 'DATA', is: NOT reads, message: 'Which data was read was not recorded'}
  ] AS fact
  WITH run, fact
  // Of a run that is not known, nothing else can be missing but what the version itself was told.
  WHERE fact.is AND (run IS NOT NULL OR fact.code IN ['RUN', 'PARAMETERS', 'SEED'])
  RETURN fact.code AS code, fact.message AS message, null AS ref
UNION ALL
  MATCH (this)<-[:PRODUCED]-(:Run)<-[:CONSUMED_BY]-(read:DatasetVersion)
  WITH DISTINCT read ORDER BY read.ref
  // include models/not_kept
  RETURN 'DATA_' + fact.code AS code, fact.message AS message, read.ref AS ref
UNION ALL
  CALL (this) {
    // include models/nearest_bases
    RETURN item AS read
  UNION
    MATCH (this)<-[:PRODUCED]-(:Run)<-[edge:CONSUMED_BY]-(read:ModelVersion)
    WHERE edge.role <> 'base'
    RETURN read
  }
  WITH read ORDER BY read.ref
  // include models/not_kept
  RETURN 'MODEL_' + fact.code AS code, fact.message AS message, read.ref AS ref
UNION ALL
  // include models/more_bases
  WITH more WHERE more
  RETURN 'BASES' AS code, 'There are more bases than are told here' AS message, null AS ref
}
RETURN {code: code, message: message, ref: ref} AS node
