"""How many nodes an operation may return."""

from typing import Any

import pytest
from graphql import parse

from lineal.client.generated import operations
from lineal.kernel import cost
from lineal.kernel.limits import Limits
from tests.kernel.planned import GRAPHQL

SPREAD = "{ ...f } fragment f on Query { models(first: 3) { ...g } }"
PAGE = "models(first: 100) { nodes { versions(first: 20) { nodes { id } } } }"


def nodes(text: str, variables: dict[str, Any] | None = None) -> int:
    return cost.nodes(GRAPHQL, parse(text), variables)


class TestNodes:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("{ __typename }", 0),
            ('{ model(ref: "a/b") { id } }', 1),
            ('{ model(ref: "a/b") { latestVersion { id } } }', 2),
            # A connection and so many nodes in it; of each another.
            ("{ models(first: 3) { nodes { id } } }", 4),
            ("{ models(first: 3) { edges { node { id } } pageInfo { endCursor } } }", 8),
            ("{ models { totalCount nodes { id } } }", 51),
            (f"{{ {PAGE} }}", 1 + 100 * (1 + 1 + 20)),
            (f"{SPREAD} fragment g on ModelConnection {{ nodes {{ id }} }}", 4),
            ('{ nodes(ids: ["a", "b"]) { id ... on Model { latestVersion { id } } } }', 4),
            ('{ search(text: "a", first: 5) { hits { node { id } } facets { __typename } } }', 11),
            ('{ model(ref: "a/b") { aliases { version { id } } } }', 1 + cost.ASSUMED * 2),
            ("query A { models { nodes { id } } } query B { __typename }", 51),
        ],
    )
    def test_are_multiplied_through_nesting(self, text: str, count: int) -> None:
        assert nodes(text) == count

    def test_without_variables_are_as_many_as_there_may_be(self) -> None:
        asked = "models(first: $n) { nodes { id } } nodes(ids: $ids) { id }"
        text = f"query ($n: Int, $ids: [Ref!]!) {{ {asked} }}"

        assert nodes(text) == 201
        assert nodes(text, {"n": 5, "ids": ["a"]}) == 7

    @pytest.mark.parametrize("value", [-5, 10**9])
    def test_are_no_more_than_a_page_has(self, value: int) -> None:
        text = "query ($n: Int) { models(first: $n) { nodes { id } } }"

        assert nodes(text, {"n": value}) in (1, 101)

    def test_of_what_doubles_are_summed_up(self) -> None:
        once = "latestVersion {{ model {{ ...f{1} }} }}"
        twice = f"fragment f{{0}} on Model {{{{ a: {once} b: {once} }}}}"
        parts = " ".join(twice.format(i, i + 1) for i in range(60))
        text = f'{{ model(ref: "a/b") {{ ...f0 }} }} {parts} fragment f60 on Model {{ id }}'

        assert nodes(text) > 2**60

    def test_of_the_clients_operations_are_few(self) -> None:
        texts = [text for name, text in vars(operations).items() if name.endswith("_GQL")]

        assert texts
        assert max(map(nodes, texts)) <= Limits.nodes
