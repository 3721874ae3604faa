// What the training of a version was told, by key.
// include models/trained_with
UNWIND names AS name
WITH this, run, name ORDER BY name
RETURN {key: substring(name, 6), value: coalesce(this[name], run[name])} AS node
