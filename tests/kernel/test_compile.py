"""Selection sets as Cypher, without a database."""

import re

import pytest
from graphql import GraphQLError

from tests.kernel.planned import statement


class TestCompile:
    def test_only_what_is_asked(self) -> None:
        found = statement('{ model(ref: "risk/scorer") { name } }')

        assert "{name: x1.name}" in found
        assert "description" not in found

    def test_a_time_arrives_as_text(self) -> None:
        assert "createdAt: toString(x1.createdAt)" in statement(
            '{ model(ref: "a/b") { createdAt } }'
        )

    def test_a_relation_is_its_file(self) -> None:
        found = statement('{ modelVersion(ref: "a/b:1") { model { name } } }')

        assert "MATCH (node:Model {ref: this.modelRef})" in found

    def test_nothing_of_the_client_is_in_a_statement(self) -> None:
        found = statement(
            """
            query Evil($wicked: Int!) {
              hostile: model(ref: "injected/ref") {
                cruel: versions(first: $wicked, after: "WyIiLCJudW1iZXIiLCIxIl0") {
                  nodes { vile: number ...Foul }
                }
              }
            }
            fragment Foul on ModelVersion { mean: label }
            """,
            wicked=3,
        )

        for word in ("Evil", "wicked", "hostile", "injected", "cruel", "vile", "Foul", "mean"):
            assert word not in found

    def test_one_selection_twice_is_fetched_once(self) -> None:
        once = statement('{ modelVersion(ref: "a/b:1") { run { name } } }')
        twice = statement('{ modelVersion(ref: "a/b:1") { run { name } run { name } } }')

        assert re.sub(r"\d+", "", once) == re.sub(r"\d+", "", twice)

    def test_what_is_skipped_is_not_fetched(self) -> None:
        document = 'query ($no: Boolean!) { model(ref: "a/b") { id name @include(if: $no) } }'

        assert "name: x1.name" in statement(document, no=True)
        assert "name: x1.name" not in statement(document, no=False)

    def test_what_an_interface_has_is_fetched_once_for_all_types(self) -> None:
        found = statement(
            '{ lineage(of: ["a/b"]) { nodes { node { upstream { totalCount }'
            " namespace { name } } } } }"
        )

        assert found.count("MATCH (node:Namespace {name: this.namespace})") == 1

    def test_what_some_types_have_is_fetched_once_for_those(self) -> None:
        found = statement('{ node(id: "a/b") { ... on LineageNode { namespace { name } } } }')

        assert found.count("MATCH (node:Namespace {name: this.namespace})") == 1
        assert "this.nodeKind IN ['" in found

    def test_types_that_select_more_are_fetched_apart(self) -> None:
        found = statement(
            '{ node(id: "a/b") { ... on LineageNode { namespace { name } }'
            " ... on Run { namespace { id } } } }"
        )

        assert found.count("MATCH (node:Namespace {name: this.namespace})") == 2

    def test_what_only_one_type_has_is_fetched_for_that_type(self) -> None:
        found = statement(
            '{ lineage(of: ["a/b"]) { nodes { node { ... on Run { inputs { role } } } } } }'
        )

        assert "WHERE this.nodeKind IN ['Run']" in found


class TestLimits:
    def test_relations_are_nested_only_so_deep(self) -> None:
        below = "name"
        for _ in range(7):
            below = f"latestVersion {{ model {{ {below} }} }}"

        with pytest.raises(GraphQLError, match="more than 12 deep") as refused:
            statement(f'{{ model(ref: "a/b") {{ {below} }} }}')

        assert refused.value.extensions == {"code": "TOO_COMPLEX"}

    def test_relations_are_only_so_many(self) -> None:
        many = " ".join(f"a{i}: latestVersion {{ id }}" for i in range(200))

        with pytest.raises(GraphQLError, match="more than 200 relations"):
            statement(f'{{ model(ref: "a/b") {{ {many} }} }}')

    def test_fragments_that_double_do_too(self) -> None:
        fragments = "".join(
            f" fragment F{i} on Model {{ a: latestVersion {{ model {{ ...F{i + 1} }} }}"
            f" b: latestVersion {{ model {{ ...F{i + 1} }} }} }}"
            for i in range(13)
        )

        with pytest.raises(GraphQLError, match="more than"):
            statement(
                f'{{ model(ref: "a/b") {{ ...F0 }} }}{fragments} fragment F13 on Model {{ name }}'
            )

    def test_relations_below_what_a_row_holds_count_once(self) -> None:
        many = " ".join(f"a{i}: model {{ id }}" for i in range(60))
        below = f"items {{ node {{ ... on ModelVersion {{ {many} }} }} }}"

        found = statement(f'{{ impact(of: ["a/b"]) {{ {below} }} }}')

        assert found.count("MATCH (node:Model {ref: this.modelRef})") == 60
