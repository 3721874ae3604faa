// How many versions a model has.
RETURN this.versionCount AS node
