// What is not known of where `read` is, and of what it is: rows of `read` and `fact`.
UNWIND [
  {code: 'URI', is: read.uri IS NULL, message: 'Where ' + read.ref + ' is was not recorded'},
  {code: 'DIGEST', is: read.digest IS NULL, message: 'The digest of ' + read.ref + ' was not recorded'}
] AS fact
WITH read, fact WHERE fact.is
