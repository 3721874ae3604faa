// What is left of columns: of one alternative, every condition holds.
// include filters/alternatives
// include filters/tagged
      // The ref of its version is what stands before the last dot.
      AND (asked.datasets IS NULL OR node.datasetRef IN named[asked.datasets]
        OR left(node.ref, size(node.ref) - size(split(node.ref, '.')[-1]) - 1) IN named[asked.datasets])
      AND (asked.names IS NULL OR node.name IN asked.names)
      AND (asked.types IS NULL OR node.type IN asked.types)
// include filters/end_alternatives
