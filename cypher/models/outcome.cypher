// How `values` compare, of which one is null where a version has none.
CASE
  WHEN all(value IN values WHERE value IS NULL) THEN 'UNKNOWN'
  WHEN any(value IN values WHERE value IS NULL) THEN 'PARTIAL'
  WHEN all(value IN values WHERE value = values[0]) THEN 'SAME'
  ELSE 'CHANGED'
END
