// The seeds that a version was trained with, by key.
// include models/trained_with
UNWIND [name IN names WHERE
// include models/is_seed
] AS name
WITH this, run, name ORDER BY name
RETURN {key: substring(name, 6), value: coalesce(this[name], run[name])} AS node
