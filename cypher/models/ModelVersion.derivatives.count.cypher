// How many versions were made from a version directly.
// include models/derived
RETURN count(node) AS node
