// The versions of a report that the registry does not know.
UNWIND this.unknown AS node
RETURN node
