// What a run or a version was told, by key.
UNWIND [name IN keys(this) WHERE name STARTS WITH 'param.'] AS name
WITH this, name ORDER BY name
RETURN {key: substring(name, 6), value: this[name]} AS node
