// What is counted: of one namespace, if there is one of this name, or of all.
WITH $namespace AS namespace
WHERE namespace IS NULL OR EXISTS { (:Namespace {name: namespace}) }
RETURN {namespace: namespace} AS node
