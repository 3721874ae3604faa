// The data that was read to make a version, by role and ref.
MATCH (this)<-[:PRODUCED]-(:Run)<-[edge:CONSUMED_BY]-(read:DatasetVersion)
WITH edge.role AS role, read ORDER BY role, read.ref
RETURN {role: role, version: read} AS node
