// Which migrations were applied, in order.
MATCH (migration:Migration)
WITH migration ORDER BY migration.number
RETURN collect({
  number: migration.number, name: migration.name, checksum: migration.checksum
}) AS applied
