// The texts in which words of a `hit` may be, each after what it is: an expression.
      [pair IN [['name', hit.item.name], ['label', hit.item.label],
        ['ref', CASE WHEN hit.item:Run THEN hit.item.namespace ELSE hit.item.ref END],
        ['description', hit.item.description], ['intendedUse', hit.item.intendedUse],
        ['task', hit.item.task], ['riskTier', hit.item.riskTier], ['framework', hit.item.framework],
        ['environment', hit.item.environment], ['platform', hit.item.platform],
        ['endpoint', hit.item.endpoint], ['image', hit.item.image],
        ['repository', hit.item.repository], ['commit', hit.item.commit],
        ['entryPoint', hit.item.entryPoint], ['digest', hit.item.digest], ['uri', hit.item.uri]]
        WHERE pair[1] IS NOT NULL]
      + [tag IN coalesce(hit.item.tags, []) | ['tags', tag]]
      + [owner IN coalesce(hit.item.owners, []) | ['owners', owner]]
      + [ref IN coalesce(hit.item.calledBefore, []) | ['formerRefs', ref]]
      + [text IN coalesce(hit.item.documentationTitles, []) + coalesce(hit.item.documentationUrls, []) |
        ['documentation', text]]
      + [key IN keys(hit.item) WHERE key STARTS WITH 'property.' OR key STARTS WITH 'link.' |
        ['property.' + substring(key, size(split(key, '.')[0]) + 1), CASE
          WHEN hit.item[key] IS :: FLOAT AND hit.item[key] = toInteger(hit.item[key])
            THEN toString(toInteger(hit.item[key]))
          ELSE toString(hit.item[key]) END]]
