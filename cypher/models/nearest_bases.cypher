// The bases of a version that are told: the nearest, so many and so far away as Reproduction says.
WITH this AS start
// include lineage/bases
WITH item, distance WHERE distance <= 40
WITH item, distance ORDER BY distance, item.id LIMIT 200
