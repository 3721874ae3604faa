// What a run measured on parts of its data: one part of a name.
CREATE CONSTRAINT slice_name IF NOT EXISTS FOR (n:Slice) REQUIRE (n.run, n.name) IS UNIQUE;
