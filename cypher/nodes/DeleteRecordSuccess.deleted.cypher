// What was deleted, as it was known.
UNWIND this.deleted AS node
RETURN node
