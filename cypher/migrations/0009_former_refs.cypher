// What a renamed model was called before is that of no other.
CREATE CONSTRAINT former_ref IF NOT EXISTS FOR (n:FormerRef) REQUIRE n.ref IS UNIQUE;
