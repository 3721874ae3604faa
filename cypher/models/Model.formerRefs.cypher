// What a model was called before, the last first.
MATCH (former:FormerRef)-[:IS_NOW]->(this)
WITH former ORDER BY former.until DESC, former.ref
RETURN former {.ref, .by, .reason, until: toString(former.until)} AS node
