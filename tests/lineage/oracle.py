"""What lineage, impact and path must answer, in plain Python over a list of edges."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Direction = Literal["UPSTREAM", "DOWNSTREAM", "BOTH"]
Truncation = Literal["DEPTH", "PAGE"] | None
AFFECTED = ("Deployment", "Application")


@dataclass(frozen=True, slots=True)
class Node:
    """A node of lineage; only a deployment has an environment, only a column is of a version."""

    id: str
    kind: str
    namespace: str = "oracle"
    environment: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge that points downstream; `until` is absent while it is current.

    Of an edge that begins at a column, `run` is what made that which it leads to, if that is known.
    """

    type: str
    source: str
    target: str
    since: datetime
    until: datetime | None = None
    run: str | None = None

    def holds(self, as_of: datetime | None) -> bool:
        """Returns whether the edge holds at a moment, or now if none is given."""
        if as_of is None:
            return self.until is None
        return self.since <= as_of and (self.until is None or as_of < self.until)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by id, and the edges among them."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]

    def at(self, as_of: datetime | None) -> "Graph":
        """Returns the graph with only the edges that hold at a moment."""
        return Graph(self.nodes, tuple(edge for edge in self.edges if edge.holds(as_of)))

    def reversed(self) -> "Graph":
        """Returns the graph with every edge turned round."""
        turned = (Edge(e.type, e.target, e.source, e.since, e.until) for e in self.edges)
        return Graph(self.nodes, tuple(turned))


Row = tuple[int, str]
"""A distance and an id: the order of every page."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """One page of rows, edges to it or what is before as (type, source, target), and all counts."""

    rows: list[Row]
    edges: list[tuple[str, str, str]]
    counts: dict[str, int]
    truncated_by: Truncation


@dataclass(frozen=True, slots=True)
class Impact:
    """One page of affected deployments and applications, and counts over all."""

    rows: list[Row]
    environments: dict[str, int]
    namespaces: dict[str, int]
    counts: dict[str, int]
    total: int
    truncated_by: Truncation


def distances(graph: Graph, starts: Iterable[str], direction: Direction) -> dict[str, int]:
    """Returns each reached id with its least distance; a start's is 0."""
    if direction == "BOTH":
        up, down = (distances(graph, starts, way) for way in ("UPSTREAM", "DOWNSTREAM"))
        return {i: min(d[i] for d in (up, down) if i in d) for i in up | down}
    following = _following(graph if direction == "DOWNSTREAM" else graph.reversed())
    reached = dict.fromkeys(starts, 0)
    frontier = list(reached)
    while frontier:
        ahead = {target: reached[node] + 1 for node in frontier for target in following[node]}
        frontier = [node for node in ahead if node not in reached]
        reached |= {node: ahead[node] for node in frontier}
    return reached


def lineage(
    graph: Graph,
    starts: Iterable[str],
    direction: Direction = "DOWNSTREAM",
    *,
    max_depth: int = 20,
    kinds: Iterable[str] | None = None,
    as_of: datetime | None = None,
    first: int = 100,
    after: Row | None = None,
) -> Lineage:
    """Returns what `Query.lineage` must answer."""
    graph = graph.at(as_of)
    reached = distances(graph, starts, direction)
    kept = {
        node: distance
        for node, distance in reached.items()
        if distance <= max_depth and (kinds is None or graph.nodes[node].kind in kinds)
    }
    page, more = _page(kept, first, after)
    return Lineage(
        rows=page,
        edges=_edges(graph, page, [row for row in _rows(kept) if after and row <= after]),
        counts=dict(Counter(graph.nodes[node].kind for node in kept)),
        truncated_by=_truncation(more, reached, max_depth),
    )


def impact(
    graph: Graph,
    starts: Iterable[str],
    *,
    max_depth: int = 20,
    environments: Iterable[str | None] | None = None,
    as_of: datetime | None = None,
    first: int = 100,
    after: Row | None = None,
) -> Impact:
    """Returns what `Query.impact` must answer, but for the explanations."""
    graph = graph.at(as_of)
    reached = distances(graph, starts, "DOWNSTREAM")
    hits = _hits(graph, reached, max_depth, environments)
    page, more = _page(hits, first, after)
    found = [graph.nodes[node] for node in hits]
    inside = (node for node, distance in reached.items() if distance <= max_depth)
    return Impact(
        rows=page,
        environments=dict(Counter(n.environment for n in found if n.environment is not None)),
        namespaces=dict(Counter(node.namespace for node in found)),
        counts=dict(Counter(graph.nodes[node].kind for node in inside)),
        total=len(hits),
        truncated_by=_truncation(more, reached, max_depth),
    )


def explanation(
    graph: Graph,
    starts: Iterable[str],
    hit: Row,
    *,
    as_of: datetime | None = None,
    environments: Iterable[str | None] | None = None,
) -> list[str]:
    """Returns the ids from a start to a row of an impact: at each step back, the least id."""
    graph = graph.at(as_of)
    reached = distances(graph, starts, "DOWNSTREAM")
    preceding = _following(graph.reversed())
    distance, node = hit
    walk = [node]
    while distance:
        distance -= 1
        nearer = {p for p in preceding[walk[-1]] if reached.get(p) == distance}
        if environments is not None and len(walk) == 1 and graph.nodes[node].kind == "Application":
            nearer = {p for p in nearer if graph.nodes[p].environment in environments}
        walk.append(min(nearer))
    return walk[::-1]


def path(
    graph: Graph,
    sources: Iterable[str],
    targets: Iterable[str],
    *,
    max_depth: int = 20,
    as_of: datetime | None = None,
) -> list[str] | None:
    """Returns the ids of what `Query.path` must answer: at each step on, the least id."""
    graph = graph.at(as_of)
    remaining = distances(graph, targets, "UPSTREAM")
    nearest = min(((remaining[s], s) for s in sources if s in remaining), default=None)
    if nearest is None or nearest[0] > max_depth:
        return None
    following = _following(graph)
    walk = [nearest[1]]
    for distance in reversed(range(nearest[0])):
        walk.append(min(n for n in following[walk[-1]] if remaining.get(n) == distance))
    return walk


def _following(graph: Graph) -> dict[str, set[str]]:
    following: dict[str, set[str]] = {node: set() for node in graph.nodes}
    for edge in graph.edges:
        following[edge.source].add(edge.target)
    return following


def _hits(
    graph: Graph,
    reached: Mapping[str, int],
    max_depth: int,
    environments: Iterable[str | None] | None,
) -> dict[str, int]:
    """Returns each affected node: with environments, what is there or is fed from there."""
    inside = {node: distance for node, distance in reached.items() if distance <= max_depth}
    if environments is None:
        return {n: d for n, d in inside.items() if graph.nodes[n].kind in AFFECTED}
    hits = {n: d for n, d in inside.items() if graph.nodes[n].environment in environments}
    for edge in graph.edges:
        fed = graph.nodes[edge.target].kind == "Application" and edge.source in hits
        if fed and hits[edge.source] < max_depth:
            steps = hits[edge.source] + 1
            hits[edge.target] = min(steps, hits.get(edge.target, steps))
    return hits


def _page(found: Mapping[str, int], first: int, after: Row | None) -> tuple[list[Row], bool]:
    rest = [row for row in _rows(found) if after is None or row > after]
    return rest[:first], len(rest) > first


def _rows(found: Mapping[str, int]) -> list[Row]:
    return sorted((distance, node) for node, distance in found.items())


def _truncation(more: bool, reached: Mapping[str, int], max_depth: int) -> Truncation:
    if more:
        return "PAGE"
    return "DEPTH" if max(reached.values(), default=0) > max_depth else None


def _edges(graph: Graph, page: list[Row], earlier: list[Row]) -> list[tuple[str, str, str]]:
    here = {node for _, node in page}
    known = here | {node for _, node in earlier}
    return sorted(
        (edge.type, edge.source, edge.target)
        for edge in graph.edges
        if {edge.source, edge.target} <= known and {edge.source, edge.target} & here
    )
