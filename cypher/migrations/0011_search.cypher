// What everything is found by in a search: its name, its ref, and what else was said of it.
MATCH (node:Entity) WHERE node.searchRef IS NULL AND node.nodeKind IS NOT NULL
CALL (node) {
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
} IN TRANSACTIONS OF 2000 ROWS;

// A search narrows by kind, namespace, tags and owners as they are. Consistent: what was written is found.
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Entity)
ON EACH [n.searchName, n.searchWords, n.searchRef, n.searchText, n.nodeKind, n.namespace, n.tags, n.owners]
OPTIONS {indexConfig: {
  `fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false
}};
