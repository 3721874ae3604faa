// What `node` is found by: its name in one word and in several, the words of its ref, and all else.
// Signs that Lucene's standard tokenizer leaves in a word become blanks, as `search/text.py` reads.
// Of what there are many of one name, as of columns, the name counts as a part of the ref.
SET
  node.searchName = reduce(text = CASE WHEN NOT node:Run|Column THEN coalesce(node.name, node.label) END,
    sign IN ['-', '_', '.', ':', '+', ' '] | replace(text, sign, '')),
  node.searchWords = reduce(text = CASE WHEN NOT node:Column
      THEN coalesce(node.name + ' ', '') + coalesce(node.label, '') END,
    sign IN ['_', '.', ':', "'"] | replace(text, sign, ' ')),
  node.searchRef = reduce(text = CASE
      WHEN node:Run THEN node.namespace
      WHEN node:Column THEN node.ref + ' ' + node.name
      ELSE node.ref END,
    sign IN ['_', '.', ':', "'"] | replace(text, sign, ' ')),
  node.searchText = [
    text IN [node.description, node.framework, node.digest, node.uri, node.environment, node.platform,
        node.endpoint, node.image, node.repository, node.commit, node.entryPoint]
      + coalesce(node.tags, []) + coalesce(node.owners, [])
      + [key IN keys(node) WHERE key STARTS WITH 'property.' OR key STARTS WITH 'link.' |
        substring(key, size(split(key, '.')[0]) + 1) + ' ' + CASE
          WHEN node[key] IS :: FLOAT AND node[key] = toInteger(node[key]) THEN toString(toInteger(node[key]))
          ELSE toString(node[key]) END]
    WHERE text IS NOT NULL |
    reduce(text = text, sign IN ['_', '.', ':', "'"] | replace(text, sign, ' '))]
