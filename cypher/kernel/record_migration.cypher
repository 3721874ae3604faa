// The migration was applied now, by this version of Lineal.
CREATE (:Migration {
  number: $number, name: $name, checksum: $checksum, by: $by, appliedAt: datetime()
})
