// The nodes `item` that `$lucene` finds, the best `$most`, with their `score`; and whether there are `more`.
// What Lucene finds comes best first, and is looked at until there are enough. Where it narrows by
// tags, owners and namespaces, it leaves out signs and case.
// include filters/archived_owners
CALL (gone) {
  CALL db.index.fulltext.queryNodes('entity_text', $lucene) YIELD node, score
  WITH node, toInteger(score) AS score
  WHERE all(namespace IN $namespaces WHERE coalesce(node.namespace = namespace, false))
    AND none(namespace IN $notNamespaces WHERE coalesce(node.namespace, node.name) = namespace)
    AND ($tags = [] AND $notTags = [] OR any(tags IN [[tag IN coalesce(node.tags, []) | toLower(tag)]]
      WHERE all(tag IN $tags WHERE tag IN tags) AND none(tag IN $notTags WHERE tag IN tags)))
    AND ($owners = [] AND $notOwners = []
      OR any(owners IN [[owner IN coalesce(node.owners, []) | toLower(owner)]]
        WHERE all(owner IN $owners WHERE owner IN owners)
          AND none(owner IN $notOwners WHERE owner IN owners)))
    AND NOT
// include filters/archived
  WITH node, score LIMIT $most + 1
  RETURN collect({item: node, score: score}) AS found
}
WITH found[..$most] AS found, size(found) > $most AS more
CALL (found) {
  UNWIND found AS row
  WITH row.item AS item, row.score AS score
