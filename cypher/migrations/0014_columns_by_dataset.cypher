// What was last said of a column of a dataset is read at the end of an index.
CREATE INDEX column_by_dataset_and_name IF NOT EXISTS FOR (n:Column) ON (n.datasetRef, n.name, n.id);
