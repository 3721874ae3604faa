// The way that explains a `row`, from its end, as a list of nodes with the edges that lead on.
    // Back from the `row` through `layers`, always to what is one step nearer to a start. What is
    // doubtful comes to the place where the doubt begins, from there by its way to a column.
    reduce(walk = [{node: row.node, edge: null}], step IN range(1, row.distance) | walk + coalesce(
      [head IN doubtful WHERE NOT row.certain AND head.node = walk[-1].node
        AND head.distance = row.distance - size(walk) + 1 | head.way][0],
      COLLECT {
        WITH walk[-1].node AS end, row.distance - size(walk) AS distance
        WITH end, [layer IN layers WHERE layer.distance = distance
          AND layer.told = (row.certain OR end:Column) | layer.nodes][0] AS nearer
        MATCH (before)-[edge:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS|USED_BY]->(end)
        WHERE before IN nearer
          AND (size(walk) > 1 OR NOT row.node:Application
            OR $environments IS NULL OR before.environment IN $environments)
          AND
// include filters/as_of
        WITH before, edge ORDER BY before.id, type(edge), edge.since LIMIT 1
        RETURN {node: before, edge: edge}
      }))
