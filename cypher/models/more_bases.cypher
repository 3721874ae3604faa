// Whether a version has more bases than are told: `more`, which two edges too many find out.
WITH this AS start
// include lineage/bases
WITH count(item) > 200 OR coalesce(max(distance), 0) > 40 AS more
