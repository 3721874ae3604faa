"""Lineage, impact and path through the API: as the oracle, with one statement for each."""

from datetime import datetime
from typing import Any

import pytest

from lineal.kernel.refusals import InvalidInput
from lineal.kernel.scalars import write_cursor
from lineal.lineage.nodes import step
from tests.asking import Registry
from tests.lineage import oracle
from tests.lineage.oracle import Graph

LINEAGE = """
query ($of: [Ref!]!, $direction: Direction!, $maxDepth: Int!, $asOf: DateTime, $first: Int!,
       $after: Cursor) {
  lineage(of: $of, direction: $direction, maxDepth: $maxDepth, asOf: $asOf, first: $first,
          after: $after) {
    nodes { distance node { id __typename } }
    edges { type from to }
    counts { kind count }
    totalCount complete truncatedBy
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}
"""
IMPACT = """
query ($of: [Ref!]!, $environments: [String!], $asOf: DateTime) {
  impact(of: $of, environments: $environments, asOf: $asOf) {
    items { distance node { id } explanation { nodes { id } edges { from to } length } }
    environments { environment count }
    namespaces { namespace count }
    totalCount complete
  }
}
"""
PATH = "query ($from: Ref!, $to: Ref!) { path(from: $from, to: $to) { nodes { id } length } }"
AROUND = """
query ($id: ID!) {
  node(id: $id) { ... on LineageNode {
    upstream(maxDepth: 3) { nodes { distance node { id } } totalCount }
    downstream(maxDepth: 3) { nodes { distance node { id } } totalCount }
  } }
}
"""
MOMENTS = (None, datetime.fromisoformat("2026-02-10T00:00:00+00:00"))


async def asked(registry: Registry, query: str, **variables: Any) -> Any:
    """Returns the only root field of the answer."""
    (field,) = (await registry.ask(query, **variables)).values()
    return field


def some_starts(graph: Graph) -> list[str]:
    """Returns a few ids from all over a graph."""
    return sorted(graph.nodes)[::11]


class TestLineage:
    @pytest.mark.parametrize("as_of", MOMENTS)
    @pytest.mark.parametrize("direction", ["UPSTREAM", "DOWNSTREAM", "BOTH"])
    async def test_pages_are_those_of_the_oracle(
        self,
        registry: Registry,
        random_graphs: list[Graph],
        direction: oracle.Direction,
        as_of: datetime | None,
    ) -> None:
        for graph in random_graphs[:4]:
            of, after, cursor = some_starts(graph), None, None
            while True:
                page = await asked(
                    registry,
                    LINEAGE,
                    of=of,
                    direction=direction,
                    maxDepth=5,
                    asOf=as_of and as_of.isoformat(),
                    first=7,
                    after=cursor,
                )
                wanted = oracle.lineage(
                    graph, of, direction, max_depth=5, as_of=as_of, first=7, after=after
                )

                assert [(n["distance"], n["node"]["id"]) for n in page["nodes"]] == wanted.rows
                edges = sorted((e["type"], e["from"], e["to"]) for e in page["edges"])
                assert edges == wanted.edges
                assert sum(wanted.counts.values()) == page["totalCount"]
                assert page["truncatedBy"] == wanted.truncated_by
                assert page["complete"] == (wanted.truncated_by is None)
                assert page["pageInfo"]["hasNextPage"] == (wanted.truncated_by == "PAGE")
                assert page["pageInfo"]["hasPreviousPage"] == (cursor is not None)
                if not page["pageInfo"]["hasNextPage"]:
                    break
                cursor, after = page["pageInfo"]["endCursor"], wanted.rows[-1]

    async def test_a_nodes_own_lineage(
        self, registry: Registry, random_graphs: list[Graph]
    ) -> None:
        graph = random_graphs[0]
        for start in some_starts(graph):
            answer = await asked(registry, AROUND, id=start)

            ways: dict[str, oracle.Direction] = {"upstream": "UPSTREAM", "downstream": "DOWNSTREAM"}
            for field, direction in ways.items():
                rows = [(n["distance"], n["node"]["id"]) for n in answer[field]["nodes"]]
                assert rows == oracle.lineage(graph, [start], direction, max_depth=3).rows

    async def test_only_counts(self, registry: Registry, random_graphs: list[Graph]) -> None:
        graph = random_graphs[0]
        of = some_starts(graph)
        query = "query ($of: [Ref!]!) { lineage(of: $of) { counts { kind count } totalCount } }"

        answer = await asked(registry, query, of=of)

        counted = {graphs_kind(each["kind"]): each["count"] for each in answer["counts"]}
        assert counted == oracle.lineage(graph, of, "UPSTREAM").counts


class TestImpact:
    @pytest.mark.parametrize("environments", [None, ["production"]])
    @pytest.mark.parametrize("as_of", MOMENTS)
    async def test_answers_as_the_oracle(
        self,
        registry: Registry,
        random_graphs: list[Graph],
        as_of: datetime | None,
        environments: list[str] | None,
    ) -> None:
        for graph in random_graphs[:6]:
            of = some_starts(graph)
            answer = await asked(
                registry, IMPACT, of=of, environments=environments, asOf=as_of and as_of.isoformat()
            )
            wanted = oracle.impact(graph, of, environments=environments, as_of=as_of)

            rows = [(item["distance"], item["node"]["id"]) for item in answer["items"]]
            assert rows == wanted.rows
            assert answer["totalCount"] == wanted.total
            for item, row in zip(answer["items"], wanted.rows, strict=True):
                walk = [node["id"] for node in item["explanation"]["nodes"]]
                assert walk == oracle.explanation(
                    graph, of, row, as_of=as_of, environments=environments
                )
                assert item["explanation"]["length"] == item["distance"] == len(walk) - 1
            by_environment = {e["environment"]: e["count"] for e in answer["environments"]}
            assert by_environment == wanted.environments


class TestPath:
    async def test_answers_as_the_oracle(
        self, registry: Registry, random_graphs: list[Graph]
    ) -> None:
        graph = random_graphs[1]
        ids = some_starts(graph)
        for source in ids:
            for target in ids:
                answer = await asked(registry, PATH, **{"from": source, "to": target})
                wanted = oracle.path(graph, [source], [target])

                assert (answer and [node["id"] for node in answer["nodes"]]) == wanted


class TestRefusals:
    @pytest.mark.parametrize(
        ("query", "code"),
        [
            ('{ lineage(of: ["nobody/knows"]) { complete } }', "NOT_FOUND"),
            ('{ impact(of: ["nobody/knows:7"]) { complete } }', "NOT_FOUND"),
            ('{ path(from: "nobody/knows", to: "nobody/cares") { length } }', "NOT_FOUND"),
            ('{ lineage(of: ["!"]) { complete } }', "INVALID_REF"),
            ("{ lineage(of: []) { complete } }", "INVALID_INPUT"),
            ('{ lineage(of: ["a/b"], maxDepth: 101) { complete } }', "INVALID_INPUT"),
            ('{ lineage(of: ["a/b"], first: 0) { complete } }', "INVALID_INPUT"),
            *(
                (
                    f'{{ modelVersions(after: "{cursor}") {{ nodes {{ id }} }} }}',
                    "INVALID_INPUT",
                )
                for cursor in map(
                    write_cursor, (["", "number", "1"], ["", "ref", "a/b"], ["", "id", 7])
                )
            ),
        ],
    )
    async def test_names_what_is_to_blame(self, registry: Registry, query: str, code: str) -> None:
        assert await registry.code(query) == code


class TestStep:
    def test_is_the_distance_and_the_id_that_a_cursor_holds(self) -> None:
        assert step(None) is None
        assert step([2, "a"]) == {"distance": 2, "id": "a"}

    @pytest.mark.parametrize(
        "held", [[2**62, "a"], [True, "a"], [-1, "a"], ["id", "a"], [1, 2], [1, "a", "b"]]
    )
    def test_that_nobody_was_given_is_refused(self, held: list[Any]) -> None:
        with pytest.raises(InvalidInput, match="another list"):
            step(held)


def graphs_kind(kind: str) -> str:
    """Returns the kind of a node as the graph writes it."""
    return "".join(word.capitalize() for word in kind.split("_"))
