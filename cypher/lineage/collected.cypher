// The rows `item`, `distance`, `certain` as the list `reached`, nearest first if a page of it is asked for.
// if $selected.nodes or $selected.edges or $selected.pageInfo or $selected.complete or $selected.truncatedBy
WITH item, distance, certain ORDER BY distance, item.id
// end
RETURN collect({distance: distance, node: item, certain: certain}) AS reached
