// The columns of a dataset version, in their order.
UNWIND range(0, size(this.columnNames) - 1) AS position
WITH this, position ORDER BY position
RETURN {name: this.columnNames[position], type: this.columnTypes[position]} AS node
