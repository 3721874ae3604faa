"""What is measured: an operation of the API, the same of @neo4j/graphql, a statement by hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.statements import statement
from lineal.kernel.graph import Graph
from lineal.search import lucene
from lineal.search.schema import named
from lineal.search.text import parse

Variables = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """Three texts that answer the same, given the same variables, which are made for each call."""

    name: str
    lineal: str
    apollo: str
    statement: str
    variables: Callable[[], Variables]
    writes: bool = False


async def reads(graph: Graph) -> list[Operation]:
    """Returns what is read, with starts that are in the graph."""
    return [
        a_version(await _one(graph, "MATCH (v:ModelVersion) WITH v ORDER BY v.id LIMIT 1")),
        models("tag-0-1"),
        by_metric("50 versions by a metric that one in a hundred has, of all", 0.99),
        by_metric("versions by a metric that none has, all of them looked at", 2.0),
        in_order(),
        impact("impact on 10 deployments", await start(graph, 10)),
        impact("impact on 300 deployments", await start(graph, 300)),
        impact("impact on 5,000 deployments", await start(graph, 5_000)),
        upstream("upstream of a deployment, 200 nodes", await deployment(graph, 200)),
        search("search: words that a few have", "model-0-77"),
        search("search: a beginning that every deployment has", "servic"),
    ]


def a_version(ref: str) -> Operation:
    return _read(
        "a version with its run, parameters, metrics, data",
        "version",
        """query ($ref: Ref!) { modelVersion(ref: $ref) {
          id ref number label createdAt parameters { key value } metrics { key value }
          model { id name } run { id name status inputs { role node { id ref } } } } }""",
        """query ($ref: String!) { modelVersions(where: {ref: {eq: $ref}}) {
          id ref number label createdAt parameters { key value } metrics { key value }
          model { id name } run { id name status inputsConnection { edges {
            properties { role } node { id ref } } } } } }""",
        ref=ref,
    )


def models(tag: str) -> Operation:
    return _read(
        "50 models by tag, latest version, aliases",
        "models",
        """query ($tag: String!) { models(where: {tag: {eq: $tag}}, first: 50) { nodes {
          id name description owners latestVersion { id number createdAt }
          aliases { name version { id number } } } } }""",
        """query ($tag: String!) {
          models(where: {tags: {includes: $tag}}, sort: [{ref: ASC}], limit: 50) {
            id name description owners latestVersion { id number createdAt }
            aliasesConnection(where: {edge: {until: {eq: null}}}) { edges {
              properties { name } version: node { id number } } } } }""",
        tag=tag,
    )


def by_metric(name: str, least: float) -> Operation:
    return _read(
        name,
        "versions_by_metric",
        """query ($gte: Float!) { modelVersions(
          where: {metric: [{key: "m1", gte: $gte}]}, first: 50) { nodes { id ref } } }""",
        """query ($gte: Float!) {
          modelVersions(where: {m1: {gte: $gte}}, sort: [{id: DESC}], limit: 50) { id ref } }""",
        gte=least,
    )


def in_order() -> Operation:
    return _read(
        "50 versions in the order of a metric, of all",
        "versions_in_order",
        """{ modelVersions(orderBy: {field: METRIC, key: "m1", direction: DESC}, first: 50) {
          nodes { id ref } } }""",
        """{ modelVersions(where: {NOT: {m1: {eq: null}}}, sort: [{m1: DESC}, {id: ASC}],
          limit: 50) { id ref } }""",
    )


def impact(name: str, ref: str) -> Operation:
    """A page of a hundred deployments, and how many there are."""
    return _read(
        name,
        "impact",
        """query ($ref: Ref!) { impact(of: [$ref], first: 100) { totalCount items {
          distance node { id ref ... on Deployment { name environment owners } } } } }""",
        """query ($ref: String!) { impact(ref: $ref) { totalCount items {
          distance node { id ref name environment owners } } } }""",
        ref=ref,
    )


def upstream(name: str, ref: str) -> Operation:
    """A page of a hundred nodes, and how many there are."""
    return _read(
        name,
        "upstream",
        """query ($ref: Ref!) { lineage(of: [$ref], direction: UPSTREAM, first: 100) {
          totalCount nodes { distance node { id ref createdAt } } } }""",
        """query ($ref: String!) { lineage(ref: $ref) {
          totalCount nodes { distance node { id ref createdAt } } } }""",
        ref=ref,
    )


def search(name: str, text: str) -> Operation:
    """A page of twenty, and how many there are; by what Lineal asks Lucene, to rank the same."""
    return _read(
        name,
        "search",
        """query ($text: String!) { search(text: $text, first: 20) { totalCount complete hits {
          score node { id ref } } } }""",
        """query ($lucene: String!) { search(lucene: $lucene) { totalCount complete hits {
          score node { id ref } } } }""",
        text=text,
        lucene=lucene.written(parse(text), named(None)),
    )


def _read(name: str, by_hand: str, lineal: str, apollo: str, **variables: Any) -> Operation:
    return Operation(name, lineal, apollo, statement(by_hand), lambda: variables)


async def start(graph: Graph, wanted: int) -> str:
    """Returns the first dataset version from which so many deployments follow."""
    return await _one(
        graph,
        """MATCH (s:DatasetVersion) WHERE NOT EXISTS { (s)<-[:PRODUCED]-() }
        WITH s ORDER BY s.id LIMIT 20
        CALL (s) {
          MATCH p = (s)-[:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS*1..20]->(d:Deployment)
          WHERE all(e IN relationships(p) WHERE e.until IS NULL)
          WITH d, min(length(p)) AS distance RETURN count(d) AS reached
        }
        WITH s AS v ORDER BY abs(reached - $wanted), s.id LIMIT 1""",
        wanted=wanted,
    )


async def deployment(graph: Graph, wanted: int) -> str:
    """Returns the first deployment that was made from so many nodes, or nearly."""
    return await _one(
        graph,
        """MATCH (d:Deployment) WITH d ORDER BY d.id SKIP 5000 LIMIT 300
        CALL (d) {
          MATCH p = (d)<-[:CONSUMED_BY|PRODUCED|DERIVED_INTO|DEPLOYED_AS*0..20]-(n)
          WHERE all(e IN relationships(p) WHERE e.until IS NULL)
          WITH n, min(length(p)) AS distance RETURN count(n) AS reached
        }
        WITH d AS v ORDER BY abs(reached - $wanted), d.id LIMIT 1""",
        wanted=wanted,
    )


async def _one(graph: Graph, found: str, **parameters: Any) -> str:
    return str(await graph.read(f"{found} RETURN v.ref", parameters))
