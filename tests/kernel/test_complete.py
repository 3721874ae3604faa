"""Projection answers what the generic executor answers, on any document over any row."""

import asyncio
from inspect import isawaitable
from typing import Any

from graphql import (
    ExecutionResult,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_leaf_type,
    parse,
    specified_rules,
    validate,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lineal.kernel.documents import Document
from lineal.kernel.executor import Executor
from lineal.kernel.plans import Row
from lineal.kernel.resolvers import read_from_rows
from lineal.kernel.selections import key

SCHEMA = read_from_rows(
    build_schema(
        """
        type Query { thing: Thing  things: [Thing!]!  any: Any  anys: [Any]!  named: Named! }
        interface Named { name: String!  peer(first: Int = 1): Thing }
        enum Colour { RED GREEN }
        type Thing implements Named {
          name: String!  nick: String  id: ID!  size: Int!  weight: Float  heavy: Boolean!
          colour: Colour  tags: [String!]!  sizes: [Int]
          peer(first: Int = 1): Thing  parts(first: Int = 1): [Part!]!  maybe: [[Part]]
        }
        type Part implements Named {
          name: String!  cost: Float!  peer(first: Int = 1): Thing  whole: Any
        }
        union Any = Thing | Part
        """
    )
)
# A document need not use all that it declares.
RULES = [rule for rule in specified_rules if "NoUnused" not in rule.__name__]
FRAGMENTS = {"T": "Thing", "P": "Part", "N": "Named"}
VARIABLES = {"yes": True, "no": False}


@st.composite
def selections(draw: st.DrawFn, type_name: str, depth: int, spread: bool = True) -> str:
    """A selection set on a type, as text."""
    type_ = SCHEMA.type_map[type_name]
    parts = [draw(field(type_, depth)) for _ in range(draw(st.integers(1, 4)))]
    if spread and draw(st.booleans()):
        fitting = [name for name, on in FRAGMENTS.items() if on in overlapping(type_)]
        parts.append(f"...{draw(st.sampled_from(fitting))} {draw(directive())}")
    if spread and depth and draw(st.booleans()):
        condition = draw(st.sampled_from(overlapping(type_)))
        inner = draw(selections(condition, depth - 1))
        parts.append(f"... on {condition} {draw(directive())} {inner}")
    return "{" + " ".join(parts) + "}"


@st.composite
def field(draw: st.DrawFn, type_: Any, depth: int) -> str:
    """A field of a type, perhaps with an alias, an argument and a directive."""
    if isinstance(type_, GraphQLUnionType):
        return draw(st.sampled_from(["__typename", "kind: __typename"]))
    leaves = [name for name, each in type_.fields.items() if is_leaf_type(named(each.type))]
    nested = [name for name in type_.fields if name not in leaves]
    names = [*leaves, "__typename", *(nested if depth else [])]
    name = draw(st.sampled_from(names))
    alias = draw(st.sampled_from(["", "", f"{name}A: "])).replace("__typenameA", "kind")
    if name in leaves or name == "__typename":
        return f"{alias}{name} {draw(directive())}"
    argument = "(first: 2)" if alias and type_.fields[name].args else ""
    below = draw(selections(named(type_.fields[name].type).name, depth - 1))
    return f"{alias}{name}{argument} {draw(directive())} {below}"


def overlapping(type_: Any) -> list[str]:
    """Returns the conditions that a fragment may have where a type is expected."""
    if isinstance(type_, GraphQLObjectType):
        return [type_.name, "Named"]
    return ["Thing", "Part", "Named"]


def directive() -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            "",
            "",
            "",
            "@skip(if: $yes)",
            "@include(if: $yes)",
            "@skip(if: $no)",
            "@include(if: false)",
        ]
    )


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document with named fragments, of which some may be used nowhere."""
    roots = []
    for name, each in SCHEMA.query_type.fields.items() if SCHEMA.query_type else ():
        if draw(st.booleans()):
            roots.append(f"{name} {draw(selections(named(each.type).name, 2))}")
    fragments = [
        f"fragment {name} on {type_} {draw(selections(type_, 1, spread=False))}"
        for name, type_ in FRAGMENTS.items()
    ]
    query = f"query ($yes: Boolean!, $no: Boolean!) {{ __typename {' '.join(roots)} }}"
    return " ".join([query, *(each for each in fragments if f"...{each.split()[1]} " in query)])


def named(type_: Any) -> Any:
    return get_named_type(type_)


class Rows:
    """Draws the row of a root field, with what no graph should hold now and then."""

    def __init__(self, data: st.DataObject, executor: Executor) -> None:
        self.data = data
        self.executor = executor

    def draw(self, type_: Any, group: Any) -> Any:
        odd = self.data.draw(st.integers(0, 40))
        if isinstance(type_, GraphQLNonNull):
            return None if odd == 0 else self.draw(type_.of_type, group)
        if odd < 4:
            return None
        if isinstance(type_, GraphQLList):
            size = self.data.draw(st.integers(0, 2))
            return [self.draw(type_.of_type, group) for _ in range(size)]
        if isinstance(type_, GraphQLObjectType):
            return self.row(type_, group)
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            possible = self.data.draw(st.sampled_from(SCHEMA.get_possible_types(type_)))
            return self.row(possible, group) | {"__typename": possible.name}
        return self.data.draw(st.sampled_from(LEAVES[type_.name] if odd != 4 else ODD))

    def row(self, type_: GraphQLObjectType, group: Any) -> dict[str, Any]:
        row = {}
        for nodes in self.executor.fields_of(type_, group).values():
            name = nodes[0].node.name.value
            if name != "__typename":
                definition = type_.fields[name]
                row[key(definition, nodes[0].node)] = self.draw(definition.type, nodes)
        return row


LEAVES: dict[str, list[Any]] = {
    "String": ["", "text", "ü"],
    "ID": ["id"],
    "Int": [0, -7, 2**31 - 1],
    "Float": [0.5, -1e300, 3],
    "Boolean": [True, False],
    "Colour": ["RED", "GREEN"],
}
ODD: list[Any] = ["text", 2**40, 1.5, True, [], {}, float("nan"), float("inf")]


def run(document: Document, rows: dict[str, Any], *, generic: bool) -> ExecutionResult:
    """Executes the document over the rows, by projection or without."""
    executor = Executor.of(SCHEMA, document, VARIABLES)
    assert isinstance(executor, Executor)

    async def resolve(source: Any, info: GraphQLResolveInfo[Any]) -> Any:
        row = rows[str(info.path.key)]
        return row if generic else Row(row, source.plan)

    for definition in SCHEMA.query_type.fields.values() if SCHEMA.query_type else ():
        definition.resolve = resolve

    async def execute() -> Any:
        result = executor.execute_operation()
        return await result if isawaitable(result) else result

    return asyncio.run(execute())  # type: ignore[no-any-return]


class TestProjection:
    @settings(max_examples=200, deadline=None)
    @given(st.data())
    def test_answers_what_the_generic_executor_answers(self, data: st.DataObject) -> None:
        text = data.draw(documents())
        node = parse(text)
        assume(not validate(SCHEMA, node, RULES))
        document = Document(node, ("no", "yes"))
        rows = self.rows(data, document)

        projected = run(document, rows, generic=False)
        generic = run(document, rows, generic=True)

        assert projected.data == generic.data
        assert [e.formatted for e in projected.errors or ()] == [
            e.formatted for e in generic.errors or ()
        ]

    def rows(self, data: st.DataObject, document: Document) -> dict[str, Any]:
        executor = Executor.of(SCHEMA, document, VARIABLES)
        assert isinstance(executor, Executor)
        assert SCHEMA.query_type is not None
        drawn = {}
        selected = collect(executor)
        for response, group in selected.items():
            name = group[0].node.name.value
            if name != "__typename":
                definition = SCHEMA.query_type.fields[name]
                drawn[response] = Rows(data, executor).draw(definition.type, group)
        return drawn


def collect(executor: Executor) -> dict[str, Any]:
    """Returns the root fields of an operation, by response name."""
    from graphql.execution.collect_fields import collect_fields

    assert SCHEMA.query_type is not None
    collected = collect_fields(
        SCHEMA,
        executor.fragments,
        executor.variable_values,
        SCHEMA.query_type,
        executor.operation,
    )
    return dict(collected.grouped_field_set)
