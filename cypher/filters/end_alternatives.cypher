// Ends the conditions that `filters/alternatives` began; what is archived is left out unless asked for.
    ), false)))
  // Only of nodes that are let through is it found out.
  THEN
// else: AND (
    $archivedToo OR NOT
// include filters/archived
// if $filtered
  ELSE false END
// else: )
