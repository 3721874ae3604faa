// Of the rows `item`, `distance` those of `$kinds`, and those too deep, which tell that there is more.
WHERE distance > $maxDepth OR $kinds IS NULL OR item.nodeKind IN $kinds
WITH *
