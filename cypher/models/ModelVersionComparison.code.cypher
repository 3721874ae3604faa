// The code that made the compared versions, and where its difference to the first one's is shown.
CALL (this) {
  UNWIND range(0, size(this.versions) - 1) AS position
  WITH position, this.versions[position] AS version
  CALL (version) {
    OPTIONAL MATCH (version)<-[:PRODUCED]-(run:Run)
    RETURN head(collect(run)) AS run
  }
  CALL (run) {
    WITH run.repository AS repository, run.commit AS commit
    // include models/web
    RETURN {
      at: host + '/' + web,
      kind: CASE host WHEN 'dev.azure.com' THEN host ELSE kind END,
      commit: CASE WHEN commit =~ '[0-9a-fA-F]{7,64}' THEN toLower(commit) END
    } AS place
  }
  WITH position, version, run, place ORDER BY position
  RETURN collect({version: version.ref, repository: run.repository, commit: run.commit,
    entryPoint: run.entryPoint, place: place}) AS rows
}
WITH rows, rows[0].place AS first,
  [row IN rows | CASE WHEN coalesce(row.repository, row.commit, row.entryPoint) IS NOT NULL THEN
    [coalesce(row.repository, ''), coalesce(row.commit, ''), coalesce(row.entryPoint, '')] END] AS values
RETURN {
  outcome:
// include models/outcome
  , values: [row IN rows | row {.*, link: CASE
    WHEN toLower(row.place.at) = toLower(first.at) AND row.place.commit <> first.commit
    THEN 'https://' + first.at + CASE first.kind
      WHEN 'gitlab' THEN '/-/compare/' + first.commit + '...' + row.place.commit
      WHEN 'bitbucket.org' THEN '/branches/compare/' + row.place.commit + '%0D' + first.commit
      WHEN 'dev.azure.com' THEN '/branchCompare?baseVersion=GC' + first.commit
        + '&targetVersion=GC' + row.place.commit
      ELSE '/compare/' + first.commit + '...' + row.place.commit
    END
  END}]
} AS node
