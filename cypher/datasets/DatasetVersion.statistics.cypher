// The figures about a dataset version, by key.
UNWIND [name IN keys(this) WHERE name STARTS WITH 'stat.'] AS name
WITH this, name ORDER BY name
RETURN {key: substring(name, 5), value: this[name]} AS node
