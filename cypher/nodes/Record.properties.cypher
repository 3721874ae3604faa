// What else is said of a record, by key.
UNWIND [name IN keys(this) WHERE name STARTS WITH 'property.' OR name STARTS WITH 'link.'] AS name
WITH substring(name, size(split(name, '.')[0]) + 1) AS key, this[name] AS value,
  name STARTS WITH 'link.' AS link ORDER BY key
RETURN {
  key: key,
  type: CASE WHEN link THEN 'LINK' WHEN value IS :: STRING THEN 'TEXT'
    WHEN value IS :: BOOLEAN THEN 'BOOLEAN' WHEN value IS :: FLOAT THEN 'NUMBER' ELSE 'TIME' END,
  value: CASE WHEN value IS :: ZONED DATETIME THEN toString(value) ELSE value END
} AS node
