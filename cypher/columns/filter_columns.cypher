// What is left of columns: of one alternative, every condition holds.
// include filters/alternatives
// include filters/tagged
      // The ref of its version is what stands before the last dot.
// if $said.datasets
      AND (asked.datasets IS NULL OR node.datasetRef IN named[asked.datasets]
        OR left(node.ref, size(node.ref) - size(split(node.ref, '.')[-1]) - 1) IN named[asked.datasets])
// end
// if $said.names
      AND (asked.names IS NULL OR node.name IN asked.names)
// end
// if $said.types
      AND (asked.types IS NULL OR node.type IN asked.types)
// end
// include filters/end_alternatives
