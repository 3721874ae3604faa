// From `origins`, `columns`, `used` and `ways`: the `heads`, each once, and the `parts` before them.
CALL (ways) {
  UNWIND ways AS way
  WITH way.head AS head, collect(way)[0] AS way,
    min(way.distance + CASE WHEN way.run IS NULL THEN 2 ELSE 3 END) AS distance
  WHERE head IS NOT NULL
  RETURN collect({node: head, distance: distance, told: false, way: way.way}) AS doubtful
}
CALL (ways) {
  // Neither told nor of what follows as a whole: it is read, or reads, because of one column.
  UNWIND ways AS way
  UNWIND [
    {node: way.data, distance: way.distance + 1}, {node: way.run, distance: way.distance + 2}
  ] AS part
  WITH part.node AS node, min(part.distance) AS distance
  WHERE node IS NOT NULL
  RETURN collect({node: node, distance: distance, told: null}) AS between
}
WITH *, [start IN origins WHERE NOT start:Column | {node: start, distance: 0, told: true}]
  + used + doubtful AS heads, columns + between AS parts
