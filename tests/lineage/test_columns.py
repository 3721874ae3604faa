"""Lineage and impact of columns, against a plain walk over states."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Driver

from tests.lineage import columns, graphs, oracle, statements
from tests.lineage.oracle import Graph

BOUNDED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# Each depth is a plan of its own.
DEPTHS = st.sampled_from([20, 5, 3, 1, 0])
KINDS = st.sampled_from([None, ["Column"], ["DatasetVersion", "Column"], ["ModelVersion"]])
DIRECTIONS: st.SearchStrategy[oracle.Direction] = st.sampled_from(
    ["UPSTREAM", "DOWNSTREAM", "BOTH"]
)


@pytest.fixture(scope="module")
def with_columns(driver: Driver) -> Iterator[list[Graph]]:
    """Random graphs with columns, all of them in the database at once; they touch nowhere."""
    made = [columns.graph_with_columns(1000 + seed) for seed in range(30)]
    whole = graphs.union(made)
    graphs.load(driver, whole)
    yield made
    graphs.unload(driver, whole)


def draw_starts(data: st.DataObject, graph: Graph) -> list[str]:
    """Returns a few starts, of which as a rule one is a column."""
    ids = sorted(graph.nodes)
    named = [id_ for id_ in ids if graph.nodes[id_].kind == "Column"] or ids
    first = data.draw(st.sampled_from(named), "column")
    return [first, *data.draw(st.lists(st.sampled_from(ids), max_size=2), "others")]


class TestLineage:
    @BOUNDED
    @given(data=st.data())
    def test_answers_as_the_oracle(
        self, driver: Driver, with_columns: list[Graph], data: st.DataObject
    ) -> None:
        graph = with_columns[data.draw(st.integers(0, len(with_columns) - 1), "graph")]
        starts = draw_starts(data, graph)
        direction = data.draw(DIRECTIONS, "direction")
        depth = data.draw(DEPTHS, "max_depth")
        kinds = data.draw(KINDS, "kinds")
        as_of = data.draw(graphs.moments(), "as_of")
        rows = columns.reached(graph, starts, direction, max_depth=depth, kinds=kinds, as_of=as_of)
        kept = [
            row
            for row in rows
            if row.distance <= depth and (kinds is None or graph.nodes[row.node].kind in kinds)
        ]
        answer = statements.lineage(
            starts, direction, maxDepth=depth, kinds=kinds, asOf=as_of
        ).answer(driver)

        assert [
            (*row, sure) for row, sure in zip(answer["rows"], answer["certain"], strict=True)
        ] == [(row.distance, row.node, row.certain) for row in kept]
        assert answer["totalCount"] == len(kept)
        assert answer["truncatedBy"] == ("DEPTH" if _deeper(rows, depth) else None)

    @BOUNDED
    @given(data=st.data())
    def test_upstream_and_downstream_answer_the_same(
        self, driver: Driver, with_columns: list[Graph], data: st.DataObject
    ) -> None:
        graph = with_columns[data.draw(st.integers(0, len(with_columns) - 1), "graph")]
        start = draw_starts(data, graph)[0]
        direction: Any = data.draw(st.sampled_from(["UPSTREAM", "DOWNSTREAM"]), "direction")
        as_of = data.draw(graphs.moments(), "as_of")
        whole = statements.lineage([start], direction, asOf=as_of).answer(driver)
        kind = graph.nodes[start].kind

        around = statements.around(start, direction, of_kind=kind, asOf=as_of).answer(driver)

        assert around == whole


class TestImpact:
    @BOUNDED
    @given(data=st.data())
    def test_answers_and_explains_as_the_oracle(
        self, driver: Driver, with_columns: list[Graph], data: st.DataObject
    ) -> None:
        graph = with_columns[data.draw(st.integers(0, len(with_columns) - 1), "graph")]
        starts = draw_starts(data, graph)
        depth = data.draw(DEPTHS, "max_depth")
        as_of = data.draw(graphs.moments(), "as_of")
        rows = columns.reached(graph, starts, "DOWNSTREAM", max_depth=depth, as_of=as_of)
        hits = [row for row in columns.affected(graph, rows) if row.distance <= depth]
        answer = statements.impact(starts, maxDepth=depth, asOf=as_of).answer(driver)

        assert [
            (*row, sure) for row, sure in zip(answer["rows"], answer["certain"], strict=True)
        ] == [(row.distance, row.node, row.certain) for row in hits]
        assert answer["totalCount"] == len(hits)
        assert answer["truncatedBy"] == ("DEPTH" if _deeper(rows, depth) else None)
        assert sum(count["count"] for count in answer["counts"]) == len(columns.page(rows, depth))
        for row, told in zip(hits, answer["explanations"], strict=True):
            assert told["nodes"] == columns.explanation(graph, starts, row, as_of)
            assert told["length"] == row.distance
            _holds(graph, told["edges"], told["nodes"], as_of)


class TestPath:
    @BOUNDED
    @given(data=st.data())
    def test_is_as_long_and_as_sure_as_the_oracle_says(
        self, driver: Driver, with_columns: list[Graph], data: st.DataObject
    ) -> None:
        graph = with_columns[data.draw(st.integers(0, len(with_columns) - 1), "graph")]
        sources = draw_starts(data, graph)
        targets = draw_starts(data, graph)
        if data.draw(st.booleans(), "from a column"):
            targets = targets[1:] or targets
        elif sources[1:]:
            sources = sources[1:]
        depth = data.draw(DEPTHS, "max_depth")
        as_of = data.draw(graphs.moments(), "as_of")
        expected = columns.way(graph, sources, targets, max_depth=depth, as_of=as_of)
        found = statements.path(
            sources, targets, kinds=["Column"], maxDepth=depth, asOf=as_of
        ).answer(driver)

        assert (found and (found["length"], found["certain"])) == expected
        if found:
            assert (found["nodes"][0] in sources, found["nodes"][-1] in targets) == (True, True)
            assert len(found["nodes"]) == found["length"] + 1
            _leads(graph, found["edges"], found["nodes"], as_of)


def _leads(graph: Graph, edges: list[list[str]], nodes: list[str], as_of: datetime | None) -> None:
    """Asserts that these are edges of the graph between these nodes; `PART_OF` may point back."""
    turned = [
        [type_, *((target, source) if type_ == "PART_OF" and source != node else (source, target))]
        for (type_, source, target), node in zip(edges, nodes, strict=False)
    ]
    holding = {(edge.type, edge.source, edge.target) for edge in graph.at(as_of).edges}

    assert [(source, target) for _, source, target in turned] == [*pairwise(nodes)]
    assert {tuple(edge) for edge in edges} <= holding


def _deeper(rows: list[columns.Reached], depth: int) -> bool:
    return any(row.distance > depth for row in rows)


def _holds(graph: Graph, edges: list[list[str]], nodes: list[str], as_of: datetime | None) -> None:
    """Asserts that these are edges of the graph at that moment, from each node to the next."""
    holding = {(edge.type, edge.source, edge.target) for edge in graph.at(as_of).edges}

    assert [(source, target) for _, source, target in edges] == [*pairwise(nodes)]
    assert {tuple(edge) for edge in edges} <= holding
