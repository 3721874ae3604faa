// Whether there is a namespace of this name.
RETURN EXISTS { MATCH (:Namespace {name: $name}) } AS answer
