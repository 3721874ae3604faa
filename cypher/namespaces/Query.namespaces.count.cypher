// How many namespaces there are.
// include filters/archived_namespaces
MATCH (node:Namespace)
WHERE true
// include filters/named
RETURN count(node) AS node
