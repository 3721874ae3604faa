"""Resolves every field from rows: a root field of a query by its statement, the rest by its key.

Only what changes something has a resolver of its own, which `mutation.mutation` made.
"""

from collections.abc import Callable
from functools import partial
from itertools import chain
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
)

from lineal.kernel import named
from lineal.kernel.arguments import as_declared, declared
from lineal.kernel.plans import Asked, Row
from lineal.kernel.refusals import problem
from lineal.kernel.selections import key, maker


def read_from_rows(schema: GraphQLSchema) -> GraphQLSchema:
    """Returns the same schema, whose fields are read from rows now, but for its mutations.

    Resolvers are given their arguments as they are declared.
    """
    as_declared(schema)
    for type_ in schema.type_map.values():
        if type_.name.startswith("__"):
            continue
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            type_.resolve_type = None
        if isinstance(type_, GraphQLObjectType):
            type_.is_type_of = None
            for definition in type_.fields.values():
                definition.resolve = _resolver(schema, type_, definition)
    return schema


def _resolver(
    schema: GraphQLSchema, type_: GraphQLObjectType, definition: GraphQLField
) -> Callable[..., Any] | None:
    if type_ is schema.mutation_type:
        return declared(definition)
    return answer if type_ is schema.query_type else None


async def answer(asked: Asked, info: GraphQLResolveInfo[Any], **arguments: Any) -> Row:
    """Resolves any root field of a query: one statement, one record.

    One more where filters have refs, and where nothing is found: a ref may name something else.
    """
    text, parameters = asked.bind(arguments)
    read = partial(info.context.graph.read, bookmarks=info.context.bookmarks)
    await named.require(read, chain.from_iterable(map(_filters, parameters.values())))
    value = await read(text, parameters)
    if problems := _problems(value):
        raise problem(problems[0])
    if value is None and "ref" in arguments:
        kind = get_named_type(info.return_type).name
        await named.require_kind(read, arguments["ref"], kind)
    return Row(value, asked.plan)


def read_key(source: Any, info: GraphQLResolveInfo[Any], **_: Any) -> Any:
    """Resolves a field of plain data; that of a refusal, which is not compiled, by its name."""
    definition = info.parent_type.fields[info.field_name]
    place = key(definition, info.field_nodes[0])
    value = source[place] if place in source else source[info.field_name]
    make = maker(definition)
    return value if make is None else make(value)


def type_name(value: Any, *_: Any) -> str:
    """Returns the name of the type that a row of an interface or a union says it has."""
    return str(value["__typename"])


def _filters(parameters: dict[str, Any]) -> list[dict[str, Any]]:
    """Returns the refs of a field's filters, if it takes any."""
    found: list[dict[str, Any]] = parameters.get("named", [])
    return found


def _problems(value: Any) -> Any:
    """Returns the problems that a statement answered with instead, in a list's only row or bare."""
    first = value[0] if value.__class__ is list and value else value
    return first.get("problems") if first.__class__ is dict else None
