// The nodes `item` that `$lucene` finds, the best `$most`, with their `score`; and whether there are `more`.
// Lucene leaves out signs and case where it narrows by tags, owners and namespaces.
CALL () {
  CALL db.index.fulltext.queryNodes('entity_text', $lucene, {limit: $most + 1}) YIELD node, score
  RETURN collect({item: node, score: toInteger(score)}) AS found
}
WITH found[..$most] AS found, size(found) > $most AS more
CALL (found) {
  UNWIND found AS row
  WITH row.item AS item, row.item AS node, row.score AS score
  WHERE all(namespace IN $namespaces WHERE coalesce(item.namespace = namespace, false))
    AND none(namespace IN $notNamespaces WHERE coalesce(item.namespace, item.name) = namespace)
    AND ($tags = [] AND $notTags = [] OR any(tags IN [[tag IN coalesce(item.tags, []) | toLower(tag)]]
      WHERE all(tag IN $tags WHERE tag IN tags) AND none(tag IN $notTags WHERE tag IN tags)))
    AND ($owners = [] AND $notOwners = []
      OR any(owners IN [[owner IN coalesce(item.owners, []) | toLower(owner)]]
        WHERE all(owner IN $owners WHERE owner IN owners)
          AND none(owner IN $notOwners WHERE owner IN owners)))
    AND NOT
// include filters/archived
