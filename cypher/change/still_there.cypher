// Whether all of these nodes are still there.
RETURN all(id IN $ids WHERE EXISTS { MATCH (:Entity {id: id}) }) AS answer
