// Whether `other` refers by `edge` to `part`, which goes with `this`, from outside.
      other <> this
      AND NOT EXISTS { MATCH (this)-[:HAS_VERSION]->(other) }
      AND NOT EXISTS { MATCH (this)<-[:PART_OF]-(other) }
      AND NOT EXISTS { MATCH (this)-[:HAS_VERSION]->()<-[:PART_OF]-(other) }
      // What a thing was made from and where it belongs is said by the thing itself, and goes with it.
      AND NOT (endNode(edge) = part AND type(edge) IN ['CONSUMED_BY', 'PRODUCED', 'DERIVED_INTO',
        'USED_BY', 'HAS_VERSION', 'HAS_RUN', 'HAS_CHILD'])
      AND NOT (startNode(edge) = part AND type(edge) = 'IN_NAMESPACE')
