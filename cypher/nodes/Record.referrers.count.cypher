// How many things refer to a record, or to a version that would go with it.
// include nodes/referring
RETURN count(DISTINCT other) AS node
