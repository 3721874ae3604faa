// What was measured, by key.
UNWIND [name IN keys(this) WHERE name STARTS WITH 'metric.'] AS name
WITH this, name ORDER BY name
RETURN {key: substring(name, 7), value: this[name]} AS node
