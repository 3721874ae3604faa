// How many versions of datasets and models were registered how long ago.
// include stats/versions
WITH n.nodeKind AS kind, n.createdAt AS at, datetime() AS now
WITH kind, CASE
  WHEN at > now - duration('P7D') THEN 'WEEK'
  WHEN at > now - duration('P1M') THEN 'MONTH'
  WHEN at > now - duration('P3M') THEN 'QUARTER'
  WHEN at > now - duration('P1Y') THEN 'YEAR'
  ELSE 'OLDER' END AS age
WITH kind, age, count(*) AS count
WITH kind, collect({age: age, count: count}) AS there
UNWIND ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'OLDER'] AS age
RETURN {kind: kind, age: age,
  count: coalesce(head([each IN there WHERE each.age = age | each.count]), 0)} AS node
ORDER BY kind
