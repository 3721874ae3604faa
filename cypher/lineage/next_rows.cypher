// Of the list `reached`, nearest first, the rows of one page after `$after`, and one more.
  CASE WHEN $after IS NULL THEN reached[..$first + 1]
    ELSE [row IN reached WHERE row.distance > $after.distance
      OR (row.distance = $after.distance AND row.node.id > $after.id)][..$first + 1] END
