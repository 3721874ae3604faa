"""Random graphs with columns, and what must be reached from them, in plain Python.

A walk is in a state: `told` as long as each step was told, `doubt` after one that was not, and
`between` on the way from a column through its dataset version to what nothing was told of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from tests.lineage.graphs import DAYS, START, random_graph
from tests.lineage.oracle import AFFECTED, Edge, Graph, Node, Row

WHOLE = ("CONSUMED_BY", "PRODUCED", "DERIVED_INTO", "DEPLOYED_AS", "FEEDS")
MODES = ("told", "doubt")


@dataclass(frozen=True, slots=True)
class State:
    """A node, how a walk came to it, and because of which dataset version it is between."""

    node: str
    mode: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """A row of an answer."""

    distance: int
    node: str
    certain: bool


def graph_with_columns(seed: int, size: int = 30) -> Graph:
    """Returns a random graph whose dataset versions have columns, of which some things are told."""
    random = Random(seed)
    graph = random_graph(seed, size)
    columns = {
        node.id: [_column(random, node, position) for position in range(random.randrange(4))]
        for node in graph.nodes.values()
        if node.kind == "DatasetVersion"
    }
    nodes = {**graph.nodes, **{each.id: each for some in columns.values() for each in some}}
    edges = [
        Edge("PART_OF", column.id, version, START)
        for version, some in columns.items()
        for column in some
    ]
    for read, run, made in _through_runs(graph):
        if read in columns and random.random() < 0.6:
            edges += _told(random, columns[read], run, columns.get(made, [graph.nodes[made]]))
    for each in graph.edges:
        if each.type == "DERIVED_INTO" and each.source in columns and random.random() < 0.6:
            edges += _told(random, columns[each.source], None, columns[each.target])
    return Graph(nodes, (*graph.edges, *edges))


def reached(
    graph: Graph,
    starts: Iterable[str],
    direction: str,
    *,
    max_depth: int = 20,
    kinds: Iterable[str] | None = None,
    as_of: datetime | None = None,
) -> list[Reached]:
    """Returns each node once, by a way that was told or else by any, also if it is too deep."""
    graph = graph.at(as_of)
    ways = ("UPSTREAM", "DOWNSTREAM") if direction == "BOTH" else (direction,)
    found: dict[str, list[tuple[int, bool]]] = {}
    for way in ways:
        walk = Walk(graph, way == "DOWNSTREAM", "Column" in (kinds or ()))
        for state, distance in walk.distances(starts).items():
            found.setdefault(state.node, []).append((distance, state.mode in ("told", "along")))
    return sorted(
        (_row(node, ways_, max_depth) for node, ways_ in found.items()),
        key=lambda row: (row.distance, row.node),
    )


def explanation(
    graph: Graph, starts: Iterable[str], row: Reached, as_of: datetime | None
) -> list[str]:
    """Returns the ids from a start to what is affected: at each step back, the least id."""
    walk = Walk(graph.at(as_of), True, False)
    distances = walk.distances(starts)
    before: dict[State, list[State]] = {}
    for state, distance in distances.items():
        for following in walk.steps(state):
            if distances[following] == distance + 1:
                before.setdefault(following, []).append(state)
    state = State(row.node, "told" if row.certain else "doubt")
    path = [state]
    while distances[path[-1]]:
        # Where the doubt begins, the way to it is the next.
        path.append(
            min(
                before[path[-1]],
                key=lambda each: (each.mode == "doubt", each.node, each.because),
            )
        )
    return [each.node for each in reversed(path)]


def way(
    graph: Graph,
    sources: Iterable[str],
    targets: Iterable[str],
    *,
    max_depth: int = 20,
    as_of: datetime | None = None,
) -> tuple[int, bool] | None:
    """Returns how long a path must be and whether it was told, or None if there must be none."""
    graph = graph.at(as_of)
    ahead, back = Walk(graph, True, False), Walk(graph, False, False)
    there = ahead.distances(sources)
    told = [d for state, d in there.items() if state.mode == "told" and state.node in targets]
    if told and min(told) <= max_depth:
        return min(told), True
    perhaps = [d for state, d in there.items() if state.node in targets]
    columns = [target for target in targets if graph.nodes[target].kind == "Column"]
    perhaps += _meetings(ahead, there, back.distances(columns))
    return (min(perhaps), False) if perhaps and min(perhaps) <= max_depth else None


def _meetings(ahead: "Walk", there: dict[State, int], back: dict[State, int]) -> Iterator[int]:
    """Yields how long it is from starts to columns where nothing was told on the way to these."""
    for state, distance in back.items():
        if state.mode == "doubt":
            for mode in MODES:
                if (start := there.get(State(state.node, mode))) is not None:
                    yield start + distance
        elif state.mode == "between":
            if there.get(State(state.node, "told")) == 0:
                yield distance
            if not state.because:
                for before, start in there.items():
                    if before.mode == "between" and state.node in {
                        each.node for each in ahead.steps(before) if each.mode == "doubt"
                    }:
                        yield start + 1 + distance


class Walk:
    """The steps that a walk may take in one direction."""

    def __init__(self, graph: Graph, downstream: bool, asked: bool) -> None:
        self.nodes = graph.nodes
        self.downstream = downstream
        self.asked = asked
        self.ahead: dict[str, list[Edge]] = {node: [] for node in graph.nodes}
        for edge in graph.edges:
            source = edge.source if downstream else edge.target
            self.ahead[source].append(edge)
        self.version = {node.id: node.version for node in graph.nodes.values() if node.version}
        self.said = {
            (self.version[e.source], e.run, self.version.get(e.target, e.target))
            for e in graph.edges
            if e.source in self.version and e.type != "PART_OF"
        }

    def distances(self, starts: Iterable[str]) -> dict[State, int]:
        """Returns each state that is reached, with its least distance."""
        found = {State(start, "told"): 0 for start in starts}
        frontier = list(found)
        while frontier:
            following = {}
            for state in frontier:
                for ahead in self.steps(state):
                    if ahead not in found:
                        following[ahead] = found[state] + 1
            found |= following
            frontier = list(following)
        return found

    def steps(self, state: State) -> Iterator[State]:
        """Yields the states that are one step on."""
        if state.mode == "between":
            yield from self._between(state)
        elif self.nodes[state.node].kind != "Column":
            yield from (State(to, state.mode) for to in self._next(state.node, *WHOLE))
            if not self.downstream and self.asked:
                along = {"told": "along", "doubt": "doubt"}[state.mode]
                yield from (State(to, along) for to in self._next(state.node, "USED_BY"))
        else:
            told = self._next(state.node, "DERIVED_INTO", *(["USED_BY"] * self.downstream))
            yield from (State(to, state.mode) for to in told)
            if state.mode == "told":
                between = State(self.version[state.node], "between")
                yield from [between] * any(True for _ in self._between(between))

    def _between(self, state: State) -> Iterator[State]:
        """Yields what follows where nothing was told: runs, then what they are not told of."""
        into, out = ("CONSUMED_BY", "PRODUCED") if self.downstream else ("PRODUCED", "CONSUMED_BY")
        if state.because:
            yield from (State(to, "doubt") for to in self._untold(state.because, state.node, out))
            return
        for run in self._next(state.node, into):
            if not self._next(run, out) or self._untold(state.node, run, out):
                yield State(run, "between", state.node)
        yield from (State(to, "doubt") for to in self._untold(state.node, None, "DERIVED_INTO"))
        if not self.downstream:
            yield from (State(to, "doubt") for to in self._next(state.node, "FEEDS"))

    def _untold(self, data: str, run: str | None, out: str) -> list[str]:
        others = self._next(run or data, out)
        if self.downstream:
            return [to for to in others if (data, run, to) not in self.said]
        return [to for to in others if (to, run, data) not in self.said]

    def _next(self, node: str, *types: str) -> list[str]:
        ends = [edge for edge in self.ahead[node] if edge.type in types]
        found = {edge.target if self.downstream else edge.source for edge in ends}
        return sorted(found)


def affected(graph: Graph, rows: Iterable[Reached]) -> list[Reached]:
    """Returns the rows that an impact has."""
    return [row for row in rows if graph.nodes[row.node].kind in AFFECTED]


def page(rows: Iterable[Reached], max_depth: int) -> list[Row]:
    """Returns the rows that are not too deep, as answers have them."""
    return [(row.distance, row.node) for row in rows if row.distance <= max_depth]


def _row(node: str, ways: list[tuple[int, bool]], max_depth: int) -> Reached:
    sure = [distance for distance, told in ways if told and distance <= max_depth]
    return Reached(min(sure) if sure else min(d for d, _ in ways), node, bool(sure))


def _column(random: Random, version: Node, position: int) -> Node:
    id_ = f"{random.randrange(16**8):08x}-1{position:03x}{version.id[13:]}"
    return replace(Node(id_, "Column", version.namespace), version=version.id)


def _through_runs(graph: Graph) -> Iterator[tuple[str, str, str]]:
    for read in graph.edges:
        for made in graph.edges:
            if (read.type, made.type, read.target) == ("CONSUMED_BY", "PRODUCED", made.source):
                yield read.source, read.target, made.target


def _told(random: Random, read: list[Node], run: str | None, made: list[Node]) -> Iterator[Edge]:
    since = START + timedelta(days=random.randrange(DAYS))
    type_ = "USED_BY" if made and made[0].kind == "ModelVersion" else "DERIVED_INTO"
    for source in read:
        for target in made:
            if random.random() < 0.4:
                yield Edge(type_, source.id, target.id, since, run=run)
