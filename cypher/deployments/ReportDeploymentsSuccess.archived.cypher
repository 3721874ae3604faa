// The reported versions that are archived.
UNWIND this.archived AS node
RETURN node
