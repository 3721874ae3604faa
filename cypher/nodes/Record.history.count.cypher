// How often something was done about a record.
RETURN COUNT { (this)<-[:ABOUT]-() }
  + CASE WHEN EXISTS { MATCH (this)<-[:ABOUT {made: true}]-() } THEN 0 ELSE 1 END AS node
