// What was done about a record, newest first; that it was made, its own properties tell if no event does.
CALL (this) {
  MATCH (this)<-[about:ABOUT]-(event:Event)
  WHERE event.id < coalesce($after, 'z')
  WITH about, event ORDER BY event.id DESC LIMIT $first + 1
  RETURN event.id AS id, event.at AS at, event.by AS by, event.action AS action,
    event.reason AS reason, event.refs AS refs, about.made AS made, about.fields AS fields,
    about.before AS before, about.after AS after
UNION ALL
  WITH this
  WHERE this.id < coalesce($after, 'z') AND NOT EXISTS { MATCH (this)<-[:ABOUT {made: true}]-() }
  RETURN this.id AS id, this.createdAt AS at, this.createdBy AS by, 'create' AS action,
    null AS reason, [this.ref] AS refs, true AS made, [] AS fields, [] AS before, [] AS after
}
WITH id, at, by, action, reason, refs, made, fields, before, after ORDER BY id DESC LIMIT $first + 1
RETURN {
  id: id, at: at, by: by, action: action, reason: reason, refs: refs, made: made,
  fields: [i IN range(0, size(fields) - 1) | {
    field: fields[i],
    before: CASE before[i] WHEN 'null' THEN null ELSE before[i] END,
    after: CASE after[i] WHEN 'null' THEN null ELSE after[i] END
  }]
} AS node, ['id', id] AS position
