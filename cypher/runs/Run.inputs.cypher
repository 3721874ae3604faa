// What a run read, by role and ref.
MATCH (this)<-[edge:CONSUMED_BY]-(read)
WITH edge.role AS role, read ORDER BY role, read.ref
RETURN {role: role, node: read} AS node
