// What `rows` of `{ref, of}` measured, by key, and which of them does best; `of` may be nothing.
CALL (rows) {
  UNWIND rows AS row
  UNWIND [name IN keys(row.of) WHERE name STARTS WITH 'metric.'] AS name
  RETURN DISTINCT name
}
WITH rows, name, substring(name, 7) AS key ORDER BY name
WITH rows, name, key, [row IN rows | row.of[name]] AS values, CASE
  WHEN key =~ $higher THEN 'HIGHER' WHEN key =~ $lower THEN 'LOWER' END AS direction
WITH rows, name, key, values, direction, CASE direction
  WHEN 'HIGHER' THEN reduce(best = null, value IN values |
    CASE WHEN best IS NULL OR value > best THEN value ELSE best END)
  WHEN 'LOWER' THEN reduce(best = null, value IN values |
    CASE WHEN best IS NULL OR value < best THEN value ELSE best END) END AS best
WITH rows, name, key, values, direction, best, [row IN rows WHERE row.of[name] = best] AS winners
RETURN {
  key: key,
  direction: direction,
  better: CASE WHEN size(winners) = 1 AND any(value IN values WHERE value <> best)
    THEN winners[0].ref END,
  outcome:
// include models/outcome
  , values: [row IN rows
    | {version: row.ref, value: row.of[name], difference: row.of[name] - values[0]}]
} AS node
