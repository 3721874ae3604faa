// How many namespaces there are.
MATCH (node:Namespace)
WHERE true
// include filters/named
RETURN count(node) AS node
