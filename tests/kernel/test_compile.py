"""Selection sets as Cypher, without a database."""

import re
from typing import Any

import pytest
from graphql import GraphQLError, OperationDefinitionNode, parse, validate

from lineal.kernel.engine import Document, Engine, GraphExecutor, Plan, read_key, type_name
from lineal.schema import schema

ENGINE = Engine(schema)


def plan(text: str, **variables: Any) -> Plan:
    """Returns the plan of the first root field of a document."""
    node = parse(text)
    assert validate(ENGINE.graphql, node) == []
    operation = node.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    executor = GraphExecutor.build(
        ENGINE.graphql,
        node,
        None,
        None,
        variables,
        None,
        read_key,
        type_name,
        strawberry_schema=ENGINE.schema,
        prepared=Document(node, tuple(variables)),
    )
    assert isinstance(executor, GraphExecutor)
    assert ENGINE.graphql.query_type is not None
    from graphql.execution.collect_fields import collect_fields

    collected = collect_fields(
        ENGINE.graphql,
        executor.fragments,
        executor.variable_values,
        ENGINE.graphql.query_type,
        operation,
    )
    group = next(iter(collected.grouped_field_set.values()))
    return executor._plan(ENGINE.graphql.query_type, group)


def text(document: str, **variables: Any) -> str:
    """Returns the statement of the first root field of a document."""
    return plan(document, **variables).statement.text


class TestCompile:
    def test_only_what_is_asked(self) -> None:
        statement = text('{ model(ref: "risk/scorer") { name } }')

        assert "{name: x1.name}" in statement
        assert "description" not in statement

    def test_a_time_arrives_as_text(self) -> None:
        assert "createdAt: toString(x1.createdAt)" in text('{ model(ref: "a/b") { createdAt } }')

    def test_a_relation_is_its_file(self) -> None:
        statement = text('{ modelVersion(ref: "a/b:1") { model { name } } }')

        assert "MATCH (node:Model {ref: this.modelRef})" in statement

    def test_nothing_of_the_client_is_in_a_statement(self) -> None:
        statement = text(
            """
            query Evil($wicked: Int!) {
              hostile: model(ref: "injected/ref") {
                cruel: versions(first: $wicked, after: "WyJudW1iZXIiLCIxIl0") {
                  nodes { vile: number ...Foul }
                }
              }
            }
            fragment Foul on ModelVersion { mean: label }
            """,
            wicked=3,
        )

        for word in ("Evil", "wicked", "hostile", "injected", "cruel", "vile", "Foul", "mean"):
            assert word not in statement

    def test_each_field_has_its_own_parameters(self) -> None:
        statement = plan(
            '{ model(ref: "a/b") { a: versions(first: 1) { nodes { id } }'
            " b: versions(first: 2) { nodes { id } } } }"
        ).statement

        assert len({call.name for call in statement.calls}) == 3

    def test_one_selection_twice_is_fetched_once(self) -> None:
        once = text('{ modelVersion(ref: "a/b:1") { run { name } } }')
        twice = text('{ modelVersion(ref: "a/b:1") { run { name } run { name } } }')

        assert re.sub(r"\d+", "", once) == re.sub(r"\d+", "", twice)

    def test_what_is_skipped_is_not_fetched(self) -> None:
        document = 'query ($no: Boolean!) { model(ref: "a/b") { id name @include(if: $no) } }'

        assert "name: x1.name" in text(document, no=True)
        assert "name: x1.name" not in text(document, no=False)

    def test_what_an_interface_has_is_fetched_once_for_all_types(self) -> None:
        statement = text(
            '{ lineage(of: ["a/b"]) { nodes { node { upstream { totalCount }'
            " namespace { name } } } } }"
        )

        assert statement.count("MATCH (node:Namespace {name: this.namespace})") == 1

    def test_what_some_types_have_is_fetched_once_for_those(self) -> None:
        statement = text('{ node(id: "a/b") { ... on LineageNode { namespace { name } } } }')

        assert statement.count("MATCH (node:Namespace {name: this.namespace})") == 1
        assert "this.nodeKind IN ['" in statement

    def test_types_that_select_more_are_fetched_apart(self) -> None:
        statement = text(
            '{ node(id: "a/b") { ... on LineageNode { namespace { name } }'
            " ... on Run { namespace { id } } } }"
        )

        assert statement.count("MATCH (node:Namespace {name: this.namespace})") == 2

    def test_what_only_one_type_has_is_fetched_for_that_type(self) -> None:
        statement = text(
            '{ lineage(of: ["a/b"]) { nodes { node { ... on Run { inputs { role } } } } } }'
        )

        assert "WHERE this.nodeKind IN ['Run']" in statement

    def test_a_page_that_is_only_counted_is_not_fetched(self) -> None:
        statement = text("{ models { totalCount } }")

        assert "count(node)" in statement
        assert "LIMIT" not in statement

    def test_a_count_that_is_not_asked_is_not_made(self) -> None:
        assert "count(node)" not in text("{ models { nodes { id } } }")

    @pytest.mark.parametrize(("depth", "bound"), [(0, 2), (3, 4), (6, 11), (20, 21), (100, 101)])
    def test_the_depth_is_a_number_of_the_statement(self, depth: int, bound: int) -> None:
        document = f'{{ lineage(of: ["a/b"], maxDepth: {depth}) {{ totalCount }} }}'
        found = plan(document)

        statement, _ = found.bind(bound_by(document))

        assert f"*0..{bound}" in statement


class TestLimits:
    def test_relations_are_nested_only_so_deep(self) -> None:
        below = "name"
        for _ in range(7):
            below = f"latestVersion {{ model {{ {below} }} }}"

        with pytest.raises(GraphQLError, match="more than 12 deep") as refused:
            text(f'{{ model(ref: "a/b") {{ {below} }} }}')

        assert refused.value.extensions == {"code": "TOO_COMPLEX"}

    def test_relations_are_only_so_many(self) -> None:
        many = " ".join(f"a{i}: latestVersion {{ id }}" for i in range(200))

        with pytest.raises(GraphQLError, match="more than 200 relations"):
            text(f'{{ model(ref: "a/b") {{ {many} }} }}')

    def test_fragments_that_double_do_too(self) -> None:
        fragments = "".join(
            f" fragment F{i} on Model {{ a: latestVersion {{ model {{ ...F{i + 1} }} }}"
            f" b: latestVersion {{ model {{ ...F{i + 1} }} }} }}"
            for i in range(13)
        )

        with pytest.raises(GraphQLError, match="more than"):
            text(f'{{ model(ref: "a/b") {{ ...F0 }} }}{fragments} fragment F13 on Model {{ name }}')

    def test_what_a_shared_fragment_selects_adds_up(self) -> None:
        statement = plan(
            """
            { model(ref: "a/b") {
              a: latestVersion { ...F upstream { totalCount } }
              versions(first: 1) { nodes { ...F } }
            } }
            fragment F on ModelVersion { upstream { nodes { distance } } }
            """
        ).statement

        (constants,) = statement.constants.values()
        assert constants["selected"] == ["nodes", "nodes.distance", "totalCount"]


def bound_by(document: str) -> GraphExecutor:
    """Returns an executor with the variables of a document that has none."""
    node = parse(document)
    executor = GraphExecutor.build(
        ENGINE.graphql,
        node,
        strawberry_schema=ENGINE.schema,
        prepared=Document(node, ()),
    )
    assert isinstance(executor, GraphExecutor)
    return executor


class TestCache:
    def test_a_document_is_prepared_once(self) -> None:
        document = "{ models { nodes { id } } }"

        assert ENGINE._prepare(document) is ENGINE._prepare(document)

    def test_the_cache_has_a_bound(self) -> None:
        engine = Engine(schema)
        for number in range(1100):
            engine._prepare(f"query Q{number} {{ __typename }}")

        assert len(engine._documents) == 1000
