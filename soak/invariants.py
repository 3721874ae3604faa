"""What holds of the whole graph at every moment, as statements that return what breaks it."""

from typing import Any

from lineal.kernel.migrations import released

# Each returns rows of one text: what it is that is not as it should be.
INVARIANTS = {
    "what is in a namespace has one edge to it, and its name": """
        MATCH (node:Dataset|Model|Run|Deployment|Application|Experiment)
        WITH node, COLLECT { MATCH (node)-[:IN_NAMESPACE]->(it:Namespace) RETURN it.name } AS names
        WHERE names <> [node.namespace] RETURN node.ref""",
    "a version belongs to one model or dataset, a column to one version": """
        MATCH (node:ModelVersion|DatasetVersion|Column)
        WHERE COUNT { (node)<-[:HAS_VERSION]-() } + COUNT { (node)-[:PART_OF]->() } <> 1
        RETURN node.ref""",
    "every node has one event that made it": """
        MATCH (node:Entity)
        WHERE COUNT { (node)<-[:ABOUT {made: true}]-(:Event) } <> 1 RETURN node.ref""",
    "every event is about something": """
        MATCH (event:Event)
        WHERE event.at IS NULL OR event.action <> 'deleteRecord' AND (
          event.refs = [] OR NOT EXISTS { (event)-[:ABOUT]->() }
          AND NOT EXISTS { (gone:Event {action: 'deleteRecord'})
            WHERE any(ref IN event.refs WHERE ref IN gone.refs) })
        RETURN event.action + ' ' + event.id""",
    "what an event changed is one revision further": """
        MATCH (node:Model|Deployment|Namespace)
        WITH node, COUNT { (node)<-[:ABOUT {made: false}]-(:Event) } AS changes
        WHERE node.revision < 1 + changes RETURN node.ref""",
    "a model counts its versions, from 1 without gaps": """
        MATCH (model:Model)
        WITH model, COLLECT { MATCH (model)-[:HAS_VERSION]->(version)
          RETURN version.number ORDER BY version.number } AS numbers
        WHERE numbers <> range(1, model.versionCount)
          OR coalesce(model.latestNumber, 0) <> model.versionCount
        RETURN model.ref""",
    "a version is called as its model and number say": """
        MATCH (model:Model)-[:HAS_VERSION]->(version)
        WHERE version.ref <> model.ref + ':' + toString(version.number)
          OR version.modelRef <> model.ref
        RETURN version.ref""",
    "a dataset knows its last version": """
        MATCH (dataset:Dataset)
        WITH dataset, COLLECT { MATCH (dataset)-[:HAS_VERSION]->(it) RETURN it.id } AS ids
        WHERE ids <> [] AND NOT coalesce(dataset.latestId IN ids, false) RETURN dataset.ref""",
    "an alias points at one version at a time, always at one": """
        MATCH (model:Model)-[alias:HAS_ALIAS]->(version)
        WITH model, alias, version ORDER BY alias.since
        WITH model, alias.name AS name, collect(alias.since) AS since,
          collect(coalesce(alias.until, 'now')) AS until,
          collect(EXISTS { (model)-[:HAS_VERSION]->(version) }) AS own
        WHERE until <> since[1..] + ['now'] OR false IN own
        RETURN model.ref + '@' + name""",
    "shares of traffic sum to 1, or there are none": """
        MATCH (deployment:Deployment)<-[stay:DEPLOYED_AS|INTENDED]-()
        WHERE stay.until IS NULL
        WITH deployment, type(stay) AS type, sum(stay.weight) AS whole, min(stay.weight) AS least
        WHERE abs(whole - 1) > 0.000001 OR least <= 0 RETURN deployment.ref + ' ' + type""",
    "what serves is what is intended, where no platform reports": """
        MATCH (deployment:Deployment)
        WITH deployment,
          COLLECT { MATCH (deployment)<-[stay:DEPLOYED_AS]-(version) WHERE stay.until IS NULL
            RETURN [version.id, stay.weight] ORDER BY version.id } AS serving,
          COLLECT { MATCH (deployment)<-[stay:INTENDED]-(version) WHERE stay.until IS NULL
            RETURN [version.id, stay.weight] ORDER BY version.id } AS intended
        WHERE serving <> intended RETURN deployment.ref""",
    "every edge of lineage says since when and by whom": """
        MATCH ()-[edge:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS|HAS_ALIAS]->()
        WHERE edge.since IS NULL OR edge.by IS NULL OR edge.until < edge.since
        RETURN type(edge)""",
    "a model version is made by one run, a run in its namespace": """
        MATCH (version:ModelVersion)
        WITH version, COLLECT {
          MATCH (run:Run)-[:PRODUCED]->(version) RETURN run.namespace } AS namespaces
        WHERE namespaces <> [version.namespace] RETURN version.ref""",
    "a series is the sum of its chunks, its last value the metric of its run": """
        MATCH (run:Run)-[:HAS_SERIES]->(series:MetricSeries)
        CALL (series) {
          MATCH (series)-[:HAS_CHUNK]->(chunk)
          WITH chunk ORDER BY chunk.number
          RETURN collect(chunk.number) AS numbers, sum(size(chunk.values)) AS count,
            all(chunk IN collect(chunk) WHERE size(chunk.values) = size(chunk.steps)
              AND size(chunk.values) = size(chunk.times)) AS level
        }
        WITH run, series, numbers, count, level
        WHERE count <> series.count OR NOT level OR numbers <> range(1, series.chunks)
          OR run['metric.' + series.key] <> series.lastValue
        RETURN run.name + ' ' + series.key""",
    "no part without its whole": """
        MATCH (part:MetricSeries|MetricChunk|Slice|FormerRef)
        WHERE NOT EXISTS { (part)<-[:HAS_SERIES|HAS_CHUNK|HAS_SLICE]-() }
          AND NOT EXISTS { (part)-[:IS_NOW]->() }
        RETURN labels(part)[0]""",
    "every node is of a kind, and is found": """
        MATCH (node:Entity)
        WHERE node.id IS NULL OR node.ref IS NULL OR NOT node.nodeKind IN labels(node)
          OR node.createdAt IS NULL OR node.createdBy IS NULL OR node.revision < 1
          OR node.searchRef IS NULL
        RETURN coalesce(node.ref, 'a node without a ref')""",
    "a key keeps what its mutation made": """
        MATCH (key:IdempotencyKey)
        WHERE key.made IS NULL OR key.payload IS NULL RETURN key.key""",
    "the search's index has every node": """
        CALL db.index.fulltext.queryNodes('entity_text', '*:*') YIELD node
        WITH count(DISTINCT node) AS found
        WITH found, COUNT { (:Entity) } AS there
        WHERE found <> there RETURN toString(found) + ' of ' + toString(there)""",
    "every index is online": """
        SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name""",
}


def broken(ask: Any) -> list[str]:
    """Returns what does not hold; `ask` runs a statement and returns its rows' only values."""
    found = [
        f"{name}: {row}" for name, statement in INVARIANTS.items() for row in ask(statement)[:3]
    ]
    applied = ask("MATCH (it:Migration) RETURN it.name ORDER BY it.number")
    if applied != [each.name for each in released()]:
        found.append(f"migrations: {applied}")
    return found
