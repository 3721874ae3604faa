// Whether a named node is as any record can be asked for, and has an owner.
// include filters/tagged
// if $said.owners
      AND (asked.owners IS NULL OR any(owner IN asked.owners WHERE owner IN node.owners))
// end
