"""Answers a document from many questions, of which each asks one field of one thing.

The document is executed by graphql-core as it comes, over the schema as it is written down: which
fields are selected, merged, skipped and named, and where a null goes. What a field is, is asked
alone: of a node by its id, of anything else by the way that leads to it from there. So no question
has a fragment to merge, an alias, a directive or two selections.
"""

import asyncio
import json
from dataclasses import dataclass, field, replace
from inspect import isawaitable
from pathlib import Path
from typing import Any, cast

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    build_schema,
    execute,
    get_named_type,
    is_abstract_type,
    is_interface_type,
    is_leaf_type,
)

from tests.asking import Registry

SCHEMA: GraphQLSchema = build_schema(
    (Path(__file__).parents[2] / "schema.graphql").read_text("utf-8")
)
NODE = cast("GraphQLInterfaceType", SCHEMA.type_map["Node"])
# The types that stand where an interface or a union is declared.
CHOSEN = {
    each.name
    for type_ in SCHEMA.type_map.values()
    if is_abstract_type(type_)
    for each in SCHEMA.get_possible_types(type_)
}


@dataclass(frozen=True)
class Step:
    """One field on a way: of which type, and with which arguments, as JSON.

    A way may also begin at a node: of no type then, and `field` is the id.
    """

    type: str
    field: str
    arguments: str = "{}"

    @property
    def key(self) -> str:
        """Returns under what name an answer has the field."""
        return self.field if self.type else "node"

    @property
    def definition(self) -> GraphQLField:
        """Returns the field as the schema declares it."""
        parent = SCHEMA.type_map[self.type]
        assert isinstance(parent, GraphQLObjectType)
        declared: GraphQLField = parent.fields[self.field]
        return declared


@dataclass(frozen=True)
class Place:
    """Something of a type: what the steps from a root lead to, and which in each list."""

    type: str
    steps: tuple[Step, ...] = ()
    at: tuple[int, ...] = ()


@dataclass
class Stitched:
    """Asks a registry, in which nothing changes, and knows what it was answered."""

    registry: Registry
    known: dict[tuple[Step, ...], Any] = field(default_factory=dict)
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def answer(self, document: DocumentNode, variables: dict[str, Any]) -> ExecutionResult:
        """Returns what a valid document answers."""
        result = execute(
            SCHEMA,
            document,
            Place("Query"),
            variable_values=variables,
            field_resolver=self._resolve,
            type_resolver=lambda place, *_: place.type,
        )
        if isawaitable(result):
            result = await result
        assert isinstance(result, ExecutionResult)
        return result

    async def _resolve(self, source: Place, info: GraphQLResolveInfo[Any], **given: Any) -> Any:
        step = Step(source.type, info.field_name, json.dumps(given, sort_keys=True))
        async with self._one:
            return await self._value(replace(source, steps=(*source.steps, step)))

    async def _value(self, place: Place) -> Any:
        """Returns what is at the end of a way, of which the lists before are chosen from."""
        if place.steps not in self.known:
            self.known[place.steps] = await self._ask(place.steps)
        value = self.known[place.steps]
        if isinstance(value, GraphQLError):
            raise GraphQLError(value.message, extensions=value.extensions)
        at = list(place.at)
        for step in place.steps:
            value = value[step.key]
            while isinstance(value, list) and at:
                value = value[at.pop(0)]
        return _placed(place, value)

    async def _ask(self, steps: tuple[Step, ...]) -> Any:
        text, variables = question(steps)
        outcome = await self.registry.execute(text, variables)
        if outcome.errors:
            (error,) = outcome.errors
            return GraphQLError(error["message"], extensions=error["extensions"])
        return outcome.data


def _placed(place: Place, value: Any) -> Any:
    """Returns a value, with the places of what something can be selected of."""
    type_ = get_named_type(place.steps[-1].definition.type)
    if is_leaf_type(type_) or value is None:
        return value
    if isinstance(value, list):
        each = (replace(place, at=(*place.at, i)) for i in range(len(value)))
        return [_placed(at, item) for at, item in zip(each, value, strict=True)]
    if is_node(type_):
        return Place(value["__typename"], (Step("", value["id"]),))
    return replace(place, type=value["__typename"])


def question(steps: tuple[Step, ...]) -> tuple[str, dict[str, Any]]:
    """Returns the document that asks what is at the end of a way, and its variables."""
    variables: dict[str, Any] = {}
    declared: list[str] = []
    last = get_named_type(steps[-1].definition.type)
    below = "" if is_leaf_type(last) else f"{{ __typename {'id' if is_node(last) else ''} }}"
    for step in reversed(steps):
        if step.type == "":
            declared.append("$id: ID!")
            variables["id"] = step.field
            below = f"{{ node(id: $id) {below} }}"
            continue
        names = []
        for name, value in json.loads(step.arguments).items():
            called = f"{name}{len(variables)}"
            variables[called] = value
            declared.append(f"${called}: {step.definition.args[name].type}")
            names.append(f"{name}: ${called}")
        below = f"{{ {step.field}{_listed(names)} {below} }}"
        if step.type in CHOSEN:
            below = f"{{ ... on {step.type} {below} }}"
    operation = "mutation" if steps[0].type == "Mutation" else "query"
    return f"{operation} {_listed(declared)} {below}", variables


def _listed(parts: list[str]) -> str:
    return f"({', '.join(parts)})" if parts else ""


def is_node(type_: GraphQLNamedType) -> bool:
    """Returns whether all that a type may be has an id by which it can be asked for."""
    if is_interface_type(type_) and type_.name == "Node":
        return True
    return not is_leaf_type(type_) and NODE in getattr(type_, "interfaces", ())
