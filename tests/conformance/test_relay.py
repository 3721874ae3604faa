"""Relay's specifications, by the names of their sections.

https://relay.dev/graphql/objectidentification.htm, https://relay.dev/graphql/connections.htm
"""

from typing import Any

import pytest
from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_list_type,
    is_non_null_type,
    is_scalar_type,
)

from lineal.kernel.selections import is_connection
from lineal.schema import schema
from tests.asking import Registry

GRAPHQL: GraphQLSchema = schema._schema


def objects() -> list[GraphQLObjectType]:
    """Returns every object type of ours."""
    found = [each for each in GRAPHQL.type_map.values() if isinstance(each, GraphQLObjectType)]
    return [each for each in found if not each.name.startswith("__")]


CONNECTIONS = [each for each in objects() if each.name.endswith("Connection")]
EDGES = [get_named_type(each.fields["edges"].type) for each in CONNECTIONS]


class TestNodeInterface:
    def test_has_exactly_an_id(self) -> None:
        node = GRAPHQL.type_map["Node"]

        assert isinstance(node, GraphQLInterfaceType)
        assert {name: str(field.type) for name, field in node.fields.items()} == {"id": "ID!"}

    def test_the_root_field_takes_an_id_and_may_be_null(self) -> None:
        query = GRAPHQL.query_type
        assert query is not None
        field = query.fields["node"]

        assert str(field.type) == "Node"
        assert {name: str(argument.type) for name, argument in field.args.items()} == {"id": "ID!"}

    async def test_what_it_gives_has_the_id_it_was_asked_by(self, registry: Registry) -> None:
        ids = await _ids(registry)
        for id_, kind in ids.items():
            found = await registry.ask(
                "query ($id: ID!) { node(id: $id) { __typename id } }", id=id_
            )

            assert found["node"] == {"__typename": kind, "id": id_}

    async def test_of_an_id_that_is_nobody_s_there_is_none(self, registry: Registry) -> None:
        absent = "01900000-0000-7000-8000-000000000000"
        found = await registry.ask("query ($id: ID!) { node(id: $id) { id } }", id=absent)

        assert found["node"] is None


class TestPluralIdentifyingRootFields:
    async def test_answers_in_the_order_of_what_is_asked(self, registry: Registry) -> None:
        ids = list(await _ids(registry))
        query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
        for asked in (ids, ids[::-1]):
            found = await registry.ask(query, ids=asked)

            assert [each["id"] for each in found["nodes"]] == asked


class TestConnectionTypes:
    @pytest.mark.parametrize("type_", CONNECTIONS, ids=str)
    def test_have_edges_and_page_info(self, type_: GraphQLObjectType) -> None:
        edges, page_info = type_.fields["edges"].type, type_.fields["pageInfo"].type

        assert is_list_type(getattr(edges, "of_type", edges))
        assert str(page_info) == "PageInfo!"

    @pytest.mark.parametrize("type_", EDGES, ids=str)
    def test_edges_have_a_node_and_a_cursor(self, type_: GraphQLObjectType) -> None:
        node, cursor = type_.fields["node"].type, type_.fields["cursor"].type

        assert type_.name.endswith("Edge")
        assert not is_list_type(getattr(node, "of_type", node))
        assert is_scalar_type(get_named_type(cursor))

    def test_nothing_else_is_called_so(self) -> None:
        named = {each.name for each in objects() if is_connection(each)}

        assert named == {each.name for each in CONNECTIONS}


class TestArguments:
    @pytest.mark.parametrize(
        "place",
        [
            (type_.name, name)
            for type_ in objects()
            for name, field in type_.fields.items()
            if is_connection(get_named_type(field.type))
        ],
        ids=".".join,
    )
    def test_forward_pagination(self, place: tuple[str, str]) -> None:
        type_ = GRAPHQL.type_map[place[0]]
        assert isinstance(type_, GraphQLObjectType)
        arguments = type_.fields[place[1]].args

        assert str(get_named_type(arguments["first"].type)) == "Int"
        assert not is_non_null_type(arguments["after"].type)
        assert is_scalar_type(arguments["after"].type)


class TestPageInfo:
    def test_fields(self) -> None:
        page_info: Any = GRAPHQL.type_map["PageInfo"]
        types = {name: str(field.type) for name, field in page_info.fields.items()}

        assert types == {
            "hasNextPage": "Boolean!",
            "hasPreviousPage": "Boolean!",
            "startCursor": "Cursor",
            "endCursor": "Cursor",
        }

    async def test_cursors_are_those_of_the_first_and_the_last_edge(
        self, registry: Registry
    ) -> None:
        await _ids(registry)
        query = """query ($after: Cursor) { models(first: 2, after: $after, where: {
          namespace: {eq: "%s"}}) {
            edges { cursor node { ref } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
        text = query % registry.namespace
        first = (await registry.ask(text))["models"]
        second = (await registry.ask(text, after=first["pageInfo"]["endCursor"]))["models"]

        assert [first["edges"][at]["cursor"] for at in (0, -1)] == [
            first["pageInfo"]["startCursor"],
            first["pageInfo"]["endCursor"],
        ]
        assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (
            True,
            False,
        )
        seen = [edge["node"]["ref"] for page in (first, second) for edge in page["edges"]]
        assert seen == [registry.ref(name) for name in "abc"]


async def _ids(registry: Registry) -> dict[str, str]:
    """Returns the ids of three models and their namespace, with their types."""
    found = {}
    for name in "abc":
        told = await registry.told("createModel", "model { id }", ref=registry.ref(name))
        found[told["model"]["id"]] = "Model"
    query = "query ($ref: Ref!) { namespace(ref: $ref) { id } }"
    namespace = await registry.ask(query, ref=registry.namespace)
    return {namespace["namespace"]["id"]: "Namespace"} | found
