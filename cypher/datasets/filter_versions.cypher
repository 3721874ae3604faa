// What is left of dataset versions: of one alternative, every condition holds.
// include filters/alternatives
// include filters/tagged
// if $said.datasets
      AND (asked.datasets IS NULL OR node.datasetRef IN named[asked.datasets])
// end
// if $said.digests
      AND (asked.digests IS NULL OR node.digest IN asked.digests)
// end
// include filters/created
// include filters/end_alternatives
