"""Query.lineage, LineageNode.upstream and LineageNode.downstream, against the oracle."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Driver

from tests.lineage import graphs, oracle, statements
from tests.lineage.oracle import Graph

BOUNDED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ONE_WAY: st.SearchStrategy[oracle.Direction] = st.sampled_from(["UPSTREAM", "DOWNSTREAM"])
DIRECTIONS: st.SearchStrategy[oracle.Direction] = st.sampled_from(
    ["UPSTREAM", "DOWNSTREAM", "BOTH"]
)
# Each depth is a plan of its own.
DEPTHS = st.sampled_from([20, 2, 1, 0])
KINDS = st.none() | st.lists(st.sampled_from(graphs.KINDS), unique=True, max_size=3)


class TestLineage:
    @BOUNDED
    @given(data=st.data())
    def test_answers_as_the_oracle(
        self, driver: Driver, random_graphs: list[Graph], data: st.DataObject
    ) -> None:
        graph = random_graphs[data.draw(st.integers(0, len(random_graphs) - 1), "graph")]
        starts = data.draw(st.lists(st.sampled_from(sorted(graph.nodes)), min_size=1, max_size=4))
        direction = data.draw(DIRECTIONS, "direction")
        asked = _draw(data, graph, starts, direction)

        answer = statements.lineage(starts, direction, **_spelled(asked)).answer(driver)

        assert _seen(answer) == oracle.lineage(graph, starts, direction, **asked)
        _honest(answer)

    @BOUNDED
    @given(data=st.data())
    def test_upstream_and_downstream_answer_as_the_oracle(
        self, driver: Driver, random_graphs: list[Graph], data: st.DataObject
    ) -> None:
        graph = random_graphs[data.draw(st.integers(0, len(random_graphs) - 1), "graph")]
        start = data.draw(st.sampled_from(sorted(graph.nodes)), "start")
        direction = data.draw(ONE_WAY, "direction")
        asked = _draw(data, graph, [start], direction)

        answer = statements.around(start, direction, **_spelled(asked)).answer(driver)

        assert _seen(answer) == oracle.lineage(graph, [start], direction, **asked)
        _honest(answer)

    @settings(BOUNDED, max_examples=25)
    @given(data=st.data())
    def test_pages_join_to_the_whole(
        self, driver: Driver, random_graphs: list[Graph], data: st.DataObject
    ) -> None:
        graph = random_graphs[data.draw(st.integers(0, len(random_graphs) - 1), "graph")]
        starts = data.draw(st.lists(st.sampled_from(sorted(graph.nodes)), min_size=1, max_size=3))
        direction = data.draw(DIRECTIONS, "direction")
        first = data.draw(st.integers(3, 9), "first")
        whole = oracle.lineage(graph, starts, direction, max_depth=3)
        pages = list(_pages(driver, starts, direction, first))

        assert [row for page in pages for row in page.rows] == whole.rows
        assert sorted(edge for page in pages for edge in page.edges) == whole.edges
        assert [page.truncated_by for page in pages[:-1]] == ["PAGE"] * (len(pages) - 1)
        assert pages[-1].truncated_by == whole.truncated_by

    def test_a_start_given_twice_counts_once(
        self, driver: Driver, random_graphs: list[Graph]
    ) -> None:
        start = min(random_graphs[0].nodes)
        once = statements.lineage([start], "BOTH").answer(driver)

        assert statements.lineage([start, start], "BOTH").answer(driver) == once

    def test_depth_zero_is_the_starts_and_says_whether_there_is_more(
        self, driver: Driver, random_graphs: list[Graph]
    ) -> None:
        graph = random_graphs[0].at(None)
        leaf = min(graph.nodes.keys() - {edge.source for edge in graph.edges})
        inner = min(edge.source for edge in graph.edges)
        last = statements.lineage([leaf], "DOWNSTREAM", maxDepth=0).answer(driver)
        more = statements.lineage([inner], "DOWNSTREAM", maxDepth=0).answer(driver)

        assert (last["rows"], last["truncatedBy"]) == ([[0, leaf]], None)
        assert (more["rows"], more["truncatedBy"]) == ([[0, inner]], "DEPTH")

    def test_of_nothing_is_empty_and_complete(self, driver: Driver) -> None:
        answer = statements.lineage([], "BOTH").answer(driver)

        assert (answer["rows"], answer["totalCount"], answer["complete"]) == ([], 0, True)


class TestOnlyWhatIsSelected:
    @pytest.mark.parametrize("direction", ["UPSTREAM", "DOWNSTREAM", "BOTH"])
    def test_counts_sort_no_row(
        self, driver: Driver, random_graphs: list[Graph], direction: oracle.Direction
    ) -> None:
        graph = random_graphs[0]
        starts = sorted(graph.nodes)[:2]
        for of in (starts, starts[:1]):
            reached = oracle.lineage(graph, of, direction)
            statement = statements.lineage(of, direction, selected=["counts", "totalCount"])
            answer, ran = statement.answer(driver), statement.profile(driver)

            assert (answer["rows"], answer["totalCount"]) == ([], sum(reached.counts.values()))
            assert not [each for each in ran if "item.id` ASC" in each["args"].get("Details", "")]

    def test_one_page_ends_the_expansion(self, driver: Driver, layered: Graph) -> None:
        start = min(layered.nodes)
        page: dict[str, Any] = {"selected": ["nodes", "nodes.node"], "first": 10}
        for statement in (
            statements.lineage([start], "DOWNSTREAM", **page),
            statements.around(start, "DOWNSTREAM", **page),
        ):
            assert statements.rows(statement.profile(driver), "*0..21") < 110


class TestManyPaths:
    """50 nodes in each of 10 layers, fully connected: 50 ** 9 paths from any start."""

    @pytest.mark.parametrize("direction", ["UPSTREAM", "DOWNSTREAM", "BOTH"])
    @pytest.mark.parametrize("as_of", [None, graphs.START])
    def test_each_node_is_visited_once(
        self, driver: Driver, layered: Graph, direction: oracle.Direction, as_of: datetime | None
    ) -> None:
        starts = [n for n in sorted(layered.nodes) if n.startswith(("layer-00", "layer-05"))][48:53]
        answer = statements.lineage(starts, direction, asOf=as_of).answer(driver)

        assert _seen(answer) == oracle.lineage(layered, starts, direction, as_of=as_of)


def _draw(
    data: st.DataObject, graph: Graph, starts: list[str], direction: oracle.Direction
) -> dict[str, Any]:
    """Returns what to ask, with a cursor that is at a row of the answer or between two."""
    asked: dict[str, Any] = {
        "max_depth": data.draw(DEPTHS, "max_depth"),
        "kinds": data.draw(KINDS, "kinds"),
        "as_of": data.draw(graphs.moments(), "as_of"),
    }
    rows = oracle.lineage(graph, starts, direction, **asked).rows
    after = data.draw(st.none() | st.sampled_from(rows) if rows else st.none(), "after")
    return asked | {"first": data.draw(st.sampled_from([100, 5, 1]), "first"), "after": after}


def _spelled(asked: dict[str, Any]) -> dict[str, Any]:
    names = {"max_depth": "maxDepth", "as_of": "asOf"}
    after = statements.cursor(asked["after"])
    return {names.get(name, name): value for name, value in asked.items()} | {"after": after}


def _seen(answer: dict[str, Any]) -> oracle.Lineage:
    return oracle.Lineage(
        rows=[(distance, id_) for distance, id_ in answer["rows"]],
        edges=sorted((type_, start, end) for type_, start, end in answer["edges"]),
        counts={count["kind"]: count["count"] for count in answer["counts"]},
        truncated_by=answer["truncatedBy"],
    )


def _honest(answer: dict[str, Any]) -> None:
    assert answer["problems"] == []
    assert answer["complete"] == (answer["truncatedBy"] is None)
    assert answer["totalCount"] == sum(count["count"] for count in answer["counts"])


def _pages(
    driver: Driver, starts: list[str], direction: oracle.Direction, first: int
) -> Iterator[oracle.Lineage]:
    after: oracle.Row | None = None
    while True:
        asked: dict[str, Any] = {"maxDepth": 3, "first": first, "after": statements.cursor(after)}
        page = _seen(statements.lineage(starts, direction, **asked).answer(driver))
        yield page
        if page.truncated_by != "PAGE":
            return
        after = page.rows[-1]
