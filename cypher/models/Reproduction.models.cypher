// The model versions that were read to make a version, but not as its bases, by role and ref.
MATCH (this)<-[:PRODUCED]-(:Run)<-[edge:CONSUMED_BY]-(read:ModelVersion)
WHERE edge.role <> 'base'
WITH edge.role AS role, read ORDER BY role, read.ref
RETURN {role: role, version: read} AS node
