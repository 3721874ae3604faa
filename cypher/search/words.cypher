// What `node` is found by: its name in one word and in several, the words of its ref, and all else.
// Signs that Lucene's standard tokenizer leaves in a word become blanks, as `search/text.py` reads.
// Of what there are many of one name, as of columns, the name counts as a part of the ref.
WITH *, [names IN [
    CASE WHEN NOT node:Column THEN [node.name, node.label] ELSE [] END,
    CASE WHEN node:Run THEN [] WHEN node:Column THEN [node.name] ELSE [split(node.ref, '/')[-1]] END,
    [node.task, node.framework, node.environment, node.platform, node.image, node.entryPoint]
      + coalesce(node.tags, []) + coalesce(node.documentationTitles, [])
      + [key IN keys(node) WHERE key STARTS WITH 'property.' OR key STARTS WITH 'link.' |
        substring(key, size(split(key, '.')[0]) + 1)]
      + coalesce(node.calledBefore, [])
  ] |
// include search/parts
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
