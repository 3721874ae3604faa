// How many finished evaluations a model version has.
// include evaluations/of_version
RETURN count(node) AS node
