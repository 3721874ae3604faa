// The refs of these nodes.
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN collect({id: node.id, ref: node.ref}) AS answer
