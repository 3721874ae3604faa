"""Random graphs: diamonds, ended edges, parallel edges, and nodes that nothing touches."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any, Final

from hypothesis import strategies as st
from neo4j import Driver

from tests.lineage.oracle import Edge, Graph, Node

START: Final = datetime(2026, 1, 1, tzinfo=UTC)
DAYS: Final = 60
ENVIRONMENTS: Final = ("production", "staging", "test")
TYPES: Final = {
    ("DatasetVersion", "Run"): "CONSUMED_BY",
    ("ModelVersion", "Run"): "CONSUMED_BY",
    ("Run", "DatasetVersion"): "PRODUCED",
    ("Run", "ModelVersion"): "PRODUCED",
    ("DatasetVersion", "DatasetVersion"): "DERIVED_INTO",
    ("ModelVersion", "ModelVersion"): "DERIVED_INTO",
    ("ModelVersion", "Deployment"): "DEPLOYED_AS",
    ("Deployment", "Application"): "FEEDS",
    ("Deployment", "DatasetVersion"): "FEEDS",
}
KINDS: Final = ("DatasetVersion", "Run", "ModelVersion", "Deployment", "Application")


def random_graph(seed: int, size: int = 40) -> Graph:
    """Returns a graph of `size` nodes without a cycle; the same seed gives the same graph."""
    random = Random(seed)
    nodes = [_node(random, seed, position) for position in range(size)]
    density = random.choice((0.05, 0.15, 0.5))
    edges = [
        edge
        for later, target in enumerate(nodes)
        for source in nodes[:later]
        if (source.kind, target.kind) in TYPES and random.random() < density
        for edge in _edges(random, source, target)
    ]
    return Graph({node.id: node for node in nodes}, tuple(edges))


def layered_graph(layers: int = 10, width: int = 50) -> Graph:
    """Returns layers that are fully connected: `width ** layers` paths, a deployment at the end."""
    kinds = [("DatasetVersion", "Run")[layer % 2] for layer in range(layers - 1)]
    kinds += ["Deployment"]
    rows = [
        [
            Node(f"layer-{layer:02}-{position:02}", kind, environment=_environment(kind, position))
            for position in range(width)
        ]
        for layer, kind in enumerate(kinds)
    ]
    # A dataset version leads to a deployment nowhere else; what counts here is the shape.
    edges = (
        Edge(TYPES.get((a.kind, b.kind), "DEPLOYED_AS"), a.id, b.id, START)
        for before, after in pairwise(rows)
        for a in before
        for b in after
    )
    return Graph({node.id: node for row in rows for node in row}, tuple(edges))


def union(graphs: Iterable[Graph]) -> Graph:
    """Returns graphs that have no node in common as one."""
    several = list(graphs)
    nodes = {id_: node for graph in several for id_, node in graph.nodes.items()}
    return Graph(nodes, tuple(edge for graph in several for edge in graph.edges))


def moments() -> st.SearchStrategy[datetime | None]:
    """Returns the strategy that draws now, or a moment when edges begin and end."""
    days = st.integers(min_value=-1, max_value=2 * DAYS)
    return st.none() | days.map(lambda day: START + timedelta(days=day))


def load(driver: Driver, graph: Graph, database: str | None = None) -> None:
    """Writes the graph, beside what is already there."""
    for kind in (*KINDS, "Column"):
        driver.execute_query(
            f"UNWIND $nodes AS node CREATE (n:Entity:LineageNode:{kind}) SET n = node",
            nodes=[_properties(node) for node in graph.nodes.values() if node.kind == kind],
            database_=database,
        )
    for type_ in sorted({edge.type for edge in graph.edges}):
        driver.execute_query(
            "UNWIND $edges AS edge MATCH (a:Entity {id: edge.source}), (b:Entity {id: edge.target})"
            f" CREATE (a)-[:{type_} {{since: edge.since, until: edge.until, run: edge.run,"
            " by: 'oracle'}]->(b)",
            edges=[_times(edge) for edge in graph.edges if edge.type == type_],
            database_=database,
        )


def unload(driver: Driver, graph: Graph, database: str | None = None) -> None:
    """Deletes the nodes of the graph and everything that hangs on them."""
    driver.execute_query(
        "UNWIND $ids AS id MATCH (n:Entity {id: id}) DETACH DELETE n",
        ids=list(graph.nodes),
        database_=database,
    )


def refs(ids: Iterable[str]) -> list[dict[str, Any]]:
    """Returns parsed refs, as a statement takes them, that name these ids."""
    empty = {"owner": "", "selector": "", "kind": None}
    return [{"text": id_, "form": "id", "key": id_} | empty for id_ in ids]


def _node(random: Random, seed: int, position: int) -> Node:
    kind = random.choices(KINDS, weights=(4, 5, 4, 3, 2))[0]
    # A shuffled head, so that ids do not sort as the graph does.
    id_ = f"{random.randrange(16**8):08x}-0000-7000-8000-{seed % 16**8:08x}{position:04x}"
    return Node(id_, kind, f"space-{random.randrange(3)}", _environment(kind, random.randrange(9)))


def _environment(kind: str, position: int) -> str | None:
    return ENVIRONMENTS[position % len(ENVIRONMENTS)] if kind == "Deployment" else None


def _edges(random: Random, source: Node, target: Node) -> list[Edge]:
    """Returns one edge, or two that followed one another, some of them ended."""
    type_ = TYPES[source.kind, target.kind]
    since = START + timedelta(days=random.randrange(DAYS))
    until = since + timedelta(days=random.randrange(1, DAYS)) if random.random() < 0.3 else None
    edges = [Edge(type_, source.id, target.id, since, until)]
    if until is not None and random.random() < 0.3:
        edges.append(Edge(type_, source.id, target.id, until))
    return edges


def _properties(node: Node) -> dict[str, Any]:
    properties = {"id": node.id, "nodeKind": node.kind, "namespace": node.namespace}
    own = {"environment": node.environment, "versionId": node.version}
    return properties | {name: value for name, value in own.items() if value}


def _times(edge: Edge) -> dict[str, Any]:
    ends = {"source": edge.source, "target": edge.target}
    return ends | {"since": edge.since, "until": edge.until, "run": edge.run}
