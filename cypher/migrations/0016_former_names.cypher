// A renamed model is found by what it was called before, too.
MATCH (node:Model) WHERE node.calledBefore IS NULL AND EXISTS { (:FormerRef)-[:IS_NOW]->(node) }
CALL (node) {
  SET node.calledBefore = COLLECT {
    MATCH (called:FormerRef)-[:IS_NOW]->(node)
    RETURN called.ref ORDER BY called.until DESC, called.ref
  }
  WITH *, [names IN [
      CASE WHEN NOT node:Column THEN [node.name, node.label] ELSE [] END,
      CASE WHEN node:Run THEN [] WHEN node:Column THEN [node.name] ELSE [split(node.ref, '/')[-1]] END,
      [node.task, node.framework, node.environment, node.platform, node.image, node.entryPoint]
        + coalesce(node.tags, []) + coalesce(node.documentationTitles, [])
        + [key IN keys(node) WHERE key STARTS WITH 'property.' OR key STARTS WITH 'link.' |
          substring(key, size(split(key, '.')[0]) + 1)]
        + coalesce(node.calledBefore, [])
    ] |
  reduce(parts = '', section IN reduce(all = [], name IN [name IN names WHERE name IS NOT NULL] |
      all + split(name, ['/', '#', ':', ' '])) |
    parts + CASE WHEN section =~ "(?s).*[-_.+'].*"
      THEN ' ' + reduce(text = section, sign IN ['-', '_', '.', '+', "'"] | replace(text, sign, '')) ELSE '' END
    + reduce(parts = '', word IN [word IN split(section, ['-', '_', '.', '+', "'"])
        WHERE word =~ '(?s).*(\\p{Ll}\\p{Lu}|\\p{Lu}\\p{Lu}\\p{Ll}|[0-9]\\D|\\D[0-9]).*'
          AND NOT word =~ '[0-9a-fA-F]{7,}'] |
      parts + ' ' + reduce(text = substring(word, 0, 1), i IN range(1, size(word) - 1) | text
        + CASE WHEN substring(word, i - 1, 3) =~ '(?s)[0-9]\\D.?|\\D[0-9].?|\\p{Ll}\\p{Lu}.?|\\p{Lu}\\p{Lu}\\p{Ll}'
          THEN ' ' ELSE '' END
        + substring(word, i, 1))))
    ] AS parts
  SET
    node.searchName = reduce(text = CASE WHEN NOT node:Run|Column THEN coalesce(node.name, node.label) END,
      sign IN ['-', '_', '.', ':', '+', ' '] | replace(text, sign, '')),
    node.searchWords = reduce(text = CASE WHEN NOT node:Column
        THEN coalesce(node.name + ' ', '') + coalesce(node.label, '') END,
      sign IN ['_', '.', ':', "'"] | replace(text, sign, ' ')) + parts[0],
    node.searchRef = reduce(text = CASE
        WHEN node:Run THEN node.namespace
        WHEN node:Column THEN node.ref + ' ' + node.name
        ELSE node.ref END,
      sign IN ['_', '.', ':', "'"] | replace(text, sign, ' ')) + parts[1],
    node.searchText = [
      text IN [node.description, node.intendedUse, node.task, node.riskTier, node.framework, node.digest,
          node.uri, node.environment, node.platform, node.endpoint, node.image, node.repository, node.commit,
          node.entryPoint]
        + coalesce(node.tags, []) + coalesce(node.owners, []) + coalesce(node.calledBefore, [])
        + coalesce(node.documentationTitles, []) + coalesce(node.documentationUrls, [])
        + [key IN keys(node) WHERE key STARTS WITH 'property.' OR key STARTS WITH 'link.' |
          substring(key, size(split(key, '.')[0]) + 1) + ' ' + CASE
            WHEN node[key] IS :: FLOAT AND node[key] = toInteger(node[key]) THEN toString(toInteger(node[key]))
            ELSE toString(node[key]) END]
      WHERE text IS NOT NULL |
      reduce(text = text, sign IN ['_', '.', ':', "'"] | replace(text, sign, ' '))] + CASE parts[2] WHEN '' THEN [] ELSE [parts[2]] END
} IN TRANSACTIONS OF 1000 ROWS;
