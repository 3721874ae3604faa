"""Query.impact and Query.path, against the oracle."""

from datetime import datetime
from itertools import pairwise
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
# Each depth is a plan of its own.
DEPTHS = st.sampled_from([20, 2, 1, 0])
ENVIRONMENTS = st.none() | st.lists(st.sampled_from(graphs.ENVIRONMENTS), unique=True, max_size=2)


class TestImpact:
    @BOUNDED
    @given(data=st.data())
    def test_answers_and_explains_as_the_oracle(
        self, driver: Driver, random_graphs: list[Graph], data: st.DataObject
    ) -> None:
        graph = random_graphs[data.draw(st.integers(0, len(random_graphs) - 1), "graph")]
        starts = data.draw(st.lists(st.sampled_from(sorted(graph.nodes)), min_size=1, max_size=4))
        as_of = data.draw(graphs.moments(), "as_of")
        environments = data.draw(ENVIRONMENTS, "environments")
        depth = data.draw(DEPTHS, "max_depth")
        asked: dict[str, Any] = {"max_depth": depth, "environments": environments, "as_of": as_of}
        rows = oracle.impact(graph, starts, **asked).rows
        after = data.draw(st.none() | st.sampled_from(rows) if rows else st.none(), "after")
        first = data.draw(st.sampled_from([100, 5, 1]), "first")
        expected = oracle.impact(graph, starts, **asked, first=first, after=after)
        answer = statements.impact(
            starts,
            maxDepth=depth,
            environments=environments,
            asOf=as_of,
            first=first,
            after=statements.cursor(after),
        ).answer(driver)

        assert _seen(answer) == expected
        assert answer["problems"] == []
        assert answer["complete"] == (answer["truncatedBy"] is None)
        for row, explanation in zip(expected.rows, answer["explanations"], strict=True):
            nodes = oracle.explanation(graph, starts, row, as_of=as_of, environments=environments)
            assert (explanation["nodes"], explanation["length"]) == (nodes, row[0])
            _holds(graph, explanation["edges"], nodes, as_of)

    @pytest.mark.parametrize(
        "selected",
        [
            ["items", "items.node"],
            ["totalCount"],
            ["environments"],
            ["namespaces"],
            ["counts"],
            ["items", "items.explanation"],
        ],
    )
    def test_each_selection_alone_answers_as_all_together(
        self, driver: Driver, random_graphs: list[Graph], selected: list[str]
    ) -> None:
        starts = sorted(random_graphs[0].nodes)[:5]
        whole = statements.impact(starts).answer(driver)
        alone = statements.impact(starts, selected=selected).answer(driver)
        name = {"items": "rows"}.get(selected[0], selected[0])

        assert alone[name] == whole[name]
        if "items.explanation" in selected:
            assert alone["explanations"] == whole["explanations"]

    def test_counts_fetch_no_row(self, driver: Driver, random_graphs: list[Graph]) -> None:
        statement = statements.impact(sorted(random_graphs[0].nodes)[:3], selected=["counts"])

        assert statement.answer(driver)["counts"] != []
        assert statements.rows(statement.profile(driver), "hit.id") == 0

    def test_what_is_asked_without_explanations_or_counts_expands_once(
        self, driver: Driver, layered: Graph
    ) -> None:
        statement = statements.impact([min(layered.nodes)], selected=["items", "totalCount"])

        assert statements.rows(statement.profile(driver), "*0..21") == 1 + 9 * 50

    @pytest.mark.parametrize("as_of", [None, graphs.START])
    def test_explains_where_paths_are_exponentially_many(
        self, driver: Driver, layered: Graph, as_of: datetime | None
    ) -> None:
        starts = sorted(layered.nodes)[:3]
        answer = statements.impact(starts, asOf=as_of).answer(driver)

        assert _seen(answer) == oracle.impact(layered, starts, as_of=as_of)
        assert [explained["nodes"] for explained in answer["explanations"]] == [
            oracle.explanation(layered, starts, (distance, id_), as_of=as_of)
            for distance, id_ in answer["rows"]
        ]

    def test_of_nothing_is_empty_and_complete(self, driver: Driver) -> None:
        answer = statements.impact([]).answer(driver)

        assert (answer["rows"], answer["totalCount"], answer["complete"]) == ([], 0, True)


class TestPath:
    @BOUNDED
    @given(data=st.data())
    def test_answers_as_the_oracle(
        self, driver: Driver, random_graphs: list[Graph], data: st.DataObject
    ) -> None:
        graph = random_graphs[data.draw(st.integers(0, len(random_graphs) - 1), "graph")]
        some = st.lists(st.sampled_from(sorted(graph.nodes)), min_size=1, max_size=3)
        sources, targets = data.draw(some, "sources"), data.draw(some, "targets")
        as_of = data.draw(graphs.moments(), "as_of")
        depth = data.draw(DEPTHS, "max_depth")
        expected = oracle.path(graph, sources, targets, max_depth=depth, as_of=as_of)
        found = statements.path(sources, targets, maxDepth=depth, asOf=as_of).answer(driver)

        assert (found and found["nodes"]) == expected
        if expected is not None:
            assert (found["length"], found["problems"]) == (len(expected) - 1, [])
            _holds(graph, found["edges"], expected, as_of)

    def test_finds_one_of_exponentially_many(self, driver: Driver, layered: Graph) -> None:
        source, target = min(layered.nodes), max(layered.nodes)
        found = statements.path([source], [target]).answer(driver)

        assert found["nodes"] == oracle.path(layered, [source], [target])

    def test_against_the_arrows_there_is_none(self, driver: Driver, layered: Graph) -> None:
        source, target = min(layered.nodes), max(layered.nodes)

        assert statements.path([target], [source]).answer(driver) is None

    def test_of_nothing_is_none(self, driver: Driver, layered: Graph) -> None:
        assert statements.path([], [min(layered.nodes)]).answer(driver) is None
        assert statements.path([min(layered.nodes)], []).answer(driver) is None


def _seen(answer: dict[str, Any]) -> oracle.Impact:
    return oracle.Impact(
        rows=[(distance, id_) for distance, id_ in answer["rows"]],
        environments=dict(answer["environments"]),
        namespaces=dict(answer["namespaces"]),
        counts={count["kind"]: count["count"] for count in answer["counts"]},
        total=answer["totalCount"],
        truncated_by=answer["truncatedBy"],
    )


def _holds(graph: Graph, edges: list[list[str]], nodes: list[str], as_of: datetime | None) -> None:
    """Asserts that these are edges of the graph at that moment, from each node to the next."""
    holding = {(edge.type, edge.source, edge.target) for edge in graph.at(as_of).edges}

    assert [(source, target) for _, source, target in edges] == [*pairwise(nodes)]
    assert {tuple(edge) for edge in edges} <= holding
