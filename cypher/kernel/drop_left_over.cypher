// The index that a crash left behind of a constraint that was never made.
DROP INDEX $name IF EXISTS
