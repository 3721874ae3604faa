// What is left of deployments by namespace, tag, owner, environment, kind and platform.
// include filters/named
  AND ($environments IS NULL OR node.environment IN $environments)
  AND ($kinds IS NULL OR node.kind IN $kinds)
  AND ($platforms IS NULL OR node.platform IN $platforms)
