// Columns are nodes, so that they are found, tagged and followed; so far versions had lists of them.
CREATE CONSTRAINT column_ref IF NOT EXISTS FOR (n:Column) REQUIRE n.ref IS UNIQUE;
CREATE INDEX column_by_dataset IF NOT EXISTS FOR (n:Column) ON (n.datasetRef);
CREATE INDEX column_by_name IF NOT EXISTS FOR (n:Column) ON (n.name);

// Ids begin as that of the version, since they tell when it was. A name is spelled as `refs.spell`
// does; of columns that have one name, all but the first have their place behind it in the ref.
MATCH (version:DatasetVersion) WHERE version.columnNames IS NOT NULL
CALL (version) {
  WITH version, version.columnNames AS names, version.columnTypes AS types
  SET version.columnNames = null, version.columnTypes = null
  WITH version, names, types
  UNWIND range(0, size(names) - 1) AS position
  WITH version, position, names[position] AS name, types[position] AS type,
    names[position] IN names[..position] AS again
  WITH version, position, name, type, again,
    reduce(spelled = replace(name, '%', '%25'), odd IN [
      ['\u0001', '%01'], ['\u0002', '%02'], ['\u0003', '%03'], ['\u0004', '%04'],
      ['\u0005', '%05'], ['\u0006', '%06'], ['\u0007', '%07'], ['\u0008', '%08'],
      ['\u0009', '%09'], ['\u000A', '%0A'], ['\u000B', '%0B'], ['\u000C', '%0C'],
      ['\u000D', '%0D'], ['\u000E', '%0E'], ['\u000F', '%0F'], ['\u0010', '%10'],
      ['\u0011', '%11'], ['\u0012', '%12'], ['\u0013', '%13'], ['\u0014', '%14'],
      ['\u0015', '%15'], ['\u0016', '%16'], ['\u0017', '%17'], ['\u0018', '%18'],
      ['\u0019', '%19'], ['\u001A', '%1A'], ['\u001B', '%1B'], ['\u001C', '%1C'],
      ['\u001D', '%1D'], ['\u001E', '%1E'], ['\u001F', '%1F'], [' ', '%20'], ['!', '%21'],
      ['"', '%22'], ['#', '%23'], ['$', '%24'], ['&', '%26'], ['\'', '%27'], ['(', '%28'],
      [')', '%29'], ['*', '%2A'], ['+', '%2B'], [',', '%2C'], ['.', '%2E'], ['/', '%2F'],
      [':', '%3A'], [';', '%3B'], ['<', '%3C'], ['=', '%3D'], ['>', '%3E'], ['?', '%3F'],
      ['@', '%40'], ['[', '%5B'], ['\\', '%5C'], [']', '%5D'], ['^', '%5E'], ['`', '%60'],
      ['{', '%7B'], ['|', '%7C'], ['}', '%7D'], ['~', '%7E'], ['\u007F', '%7F']
    ] | replace(spelled, odd[0], odd[1])) AS spelled
  CREATE (version)<-[:PART_OF {since: version.createdAt, by: version.createdBy}]-(column:Column)
  SET column:Entity:LineageNode, column.nodeKind = 'Column',
    column.id = substring(version.id, 0, 15) + substring(randomUUID(), 15),
    column.ref = version.ref + '.' + spelled + CASE WHEN again THEN '~' + position ELSE '' END,
    column.name = name, column.type = type, column.tags = [], column.position = position,
    column.namespace = version.namespace, column.datasetRef = version.datasetRef,
    column.versionId = version.id, column.revision = 1,
    column.createdAt = version.createdAt, column.createdBy = version.createdBy,
    column.updatedAt = version.createdAt, column.updatedBy = version.createdBy
} IN TRANSACTIONS OF 100 ROWS;
