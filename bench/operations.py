"""What is measured: an operation of the API, and the statement that one would write by hand."""

from dataclasses import dataclass
from typing import Any

from lineal.kernel.graph import Graph

EDGES = "CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS|FEEDS"


@dataclass(frozen=True, slots=True)
class Operation:
    """A GraphQL document and a Cypher statement that answer the same, with their variables."""

    name: str
    document: str
    statement: str
    variables: dict[str, Any]
    parameters: dict[str, Any]


async def operations(graph: Graph) -> list[Operation]:
    """Returns the operations with starts that are in the graph."""
    version = await graph.read(
        "MATCH (v:ModelVersion)<-[:PRODUCED]-() WITH v ORDER BY v.id LIMIT 1 RETURN v {.id, .ref}"
    )
    small, large = await start(graph, 10), await start(graph, 300)
    deployment = await graph.read(
        "MATCH (d:Deployment) WHERE EXISTS { (d)<-[:DEPLOYED_AS]-()<-[:PRODUCED]-() } "
        "WITH d ORDER BY d.id LIMIT 1 RETURN d {.id, .ref}"
    )
    return [
        Operation(
            "a version with its run, parameters, metrics, data",
            """query ($ref: Ref!) { modelVersion(ref: $ref) {
              id ref number label createdAt parameters { key value } metrics { key value }
              model { id name } run { id name status inputs { role node { id ref } } } } }""",
            """MATCH (v:ModelVersion {ref: $ref}) RETURN v {.id, .ref, .number, .label,
              createdAt: toString(v.createdAt),
              parameters: [k IN keys(v) WHERE k STARTS WITH 'param.' | {key: k, value: v[k]}],
              metrics: [k IN keys(v) WHERE k STARTS WITH 'metric.' | {key: k, value: v[k]}],
              model: head([(v)<-[:HAS_VERSION]-(m) | m {.id, .name}]),
              run: head([(v)<-[:PRODUCED]-(r) | r {.id, .name, .status,
                inputs: [(r)<-[c:CONSUMED_BY]-(d) | d {.id, .ref, role: c.role}]}])}""",
            {"ref": version["ref"]},
            {"ref": version["ref"]},
        ),
        Operation(
            "50 models by tag, latest version, aliases",
            """query ($tag: String!) { models(where: {tag: {eq: $tag}}, first: 50) { nodes {
              id name description owners latestVersion { id number createdAt }
              aliases { name version { id number } } } } }""",
            """MATCH (m:Model) WHERE $tag IN m.tags WITH m ORDER BY m.ref LIMIT 50
              CALL (m) { MATCH (v:ModelVersion {ref: m.ref + ':' + m.versionCount}) RETURN v }
              RETURN collect(m {.id, .name, .description, .owners,
                latestVersion: v {.id, .number, createdAt: toString(v.createdAt)},
                aliases: [(m)-[a:HAS_ALIAS]->(w) WHERE a.until IS NULL |
                  {name: a.name, version: w {.id, .number}}]})""",
            {"tag": "tag-1"},
            {"tag": "tag-1"},
        ),
        by_metric("50 versions by a metric that one in a hundred has, of all", 0.99),
        by_metric("versions by a metric that none has, all of them looked at", 2.0),
        Operation(
            "50 versions in the order of a metric, of all",
            """{ modelVersions(orderBy: {field: METRIC, key: "m1", direction: DESC}, first: 50) {
              nodes { id ref } } }""",
            """MATCH (v:ModelVersion) WHERE v.`metric.m1` IS NOT NULL
              WITH v ORDER BY v.`metric.m1` DESC, v.id LIMIT 50 RETURN collect(v {.id, .ref})""",
            {},
            {},
        ),
        search("search: two words that a few have", "model-77", WORDS_OF_FEW),
        search("search: a beginning that every deployment has", "servic", WORDS_OF_MANY),
        impact("impact on about 10 deployments", small),
        impact("impact on about 300 deployments", large),
        Operation(
            "what a deployment was made from, 100 nodes",
            """query ($of: [Ref!]!) { lineage(of: $of, direction: UPSTREAM, first: 100) {
              nodes { distance node { id ref createdAt } } } }""",
            f"""MATCH (s:Entity {{id: $id}}) MATCH p = (s)<-[:{EDGES}*0..21]-(n)
              WHERE all(e IN relationships(p) WHERE e.until IS NULL)
              WITH n, min(length(p)) AS distance ORDER BY distance, n.id LIMIT 100
              RETURN collect({{distance: distance, node: {{
                kind: n.nodeKind, id: n.id, ref: n.ref, createdAt: toString(n.createdAt)}}}})""",
            {"of": [deployment["id"]]},
            {"id": deployment["id"]},
        ),
    ]


def by_metric(name: str, least: float) -> Operation:
    """Returns the newest versions with a metric of at least so much."""
    return Operation(
        name,
        """query ($gte: Float!) { modelVersions(
          where: {metric: [{key: "m1", gte: $gte}]}, first: 50) { nodes { id ref } } }""",
        """MATCH (v:ModelVersion) WHERE v.id < 'z' AND v.`metric.m1` >= $gte
          WITH v ORDER BY v.id DESC LIMIT 50 RETURN collect(v {.id, .ref})""",
        {"gte": least},
        {"gte": least},
    )


WORDS_OF_FEW = "+(searchWords:model* searchRef:model*) +(searchWords:77* searchRef:77*)"
WORDS_OF_MANY = "searchWords:servic* searchRef:servic* searchText:servic*"


def search(name: str, text: str, lucene: str) -> Operation:
    """Returns a search, a page of twenty and how many there are."""
    return Operation(
        name,
        """query ($text: String!) { search(text: $text, first: 20) { totalCount complete hits {
          score node { id ref } } } }""",
        """CALL db.index.fulltext.queryNodes('entity_text', $lucene, {limit: 1001})
          YIELD node, score WITH node, score ORDER BY score DESC, node.id DESC
          WITH collect({score: score, node: node {.id, .ref, kind: node.nodeKind}}) AS hits
          RETURN {totalCount: size(hits[..1000]), complete: size(hits) < 1001, hits: hits[..20]}""",
        {"text": text},
        {"lucene": lucene},
    )


def impact(name: str, start_id: str) -> Operation:
    """Returns the impact of one node, a page of a hundred deployments and how many there are."""
    return Operation(
        name,
        """query ($of: [Ref!]!) { impact(of: $of, first: 100) { totalCount items {
          distance node { id ref ... on Deployment { name environment owners } } } } }""",
        f"""MATCH (s:Entity {{id: $id}}) MATCH p = (s)-[:{EDGES}*1..20]->(d:Deployment)
          WHERE all(e IN relationships(p) WHERE e.until IS NULL)
          WITH d, min(length(p)) AS distance ORDER BY distance, d.id
          WITH collect({{distance: distance, node:
            d {{.id, .ref, .name, .environment, .owners}}}}) AS hits
          RETURN {{totalCount: size(hits), items: hits[..100]}}""",
        {"of": [start_id]},
        {"id": start_id},
    )


async def start(graph: Graph, wanted: int) -> str:
    """Returns the id of the dataset version whose deployments are nearest to a number."""
    return str(
        await graph.read(
            f"""MATCH (s:DatasetVersion) WITH s ORDER BY s.id LIMIT 4000
            WITH s WHERE toInteger(right(s.label, 2)) % 20 = 0
            CALL (s) {{
              MATCH p = (s)-[:{EDGES}*1..20]->(d:Deployment)
              WITH d, min(length(p)) AS distance RETURN count(d) AS reached
            }}
            WITH s, reached ORDER BY abs(reached - $wanted), s.id LIMIT 1 RETURN s.id""",
            {"wanted": wanted},
        )
    )
