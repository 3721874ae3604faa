"""Completes a row into a response with Python that is generated once for each selection set.

Only plain data: a null where none may be, a value that its type does not have, anything unusual
raises Unfit, and the generic executor does the same work again, errors and their places included.
"""

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
)

from lineal.kernel.selections import Collect, Group, key, maker

Projection = Callable[[Any], Any]


class Unfit(Exception):
    """The row, or the selection set, is nothing for a projection."""


def projection(
    schema: GraphQLSchema, type_: GraphQLOutputType, group: Group, collect: Collect
) -> Projection:
    """Returns a function from a row to what a field of `type_` answers; it raises Unfit."""
    writer = _Writer(schema, collect)
    source = f"lambda row: {writer.value(type_, 'row', group)}"
    return eval(source, writer.names)  # type: ignore[no-any-return]  # noqa: S307


class _Writer:
    """Writes expressions from names of the schema, literals of response names, and counters."""

    def __init__(self, schema: GraphQLSchema, collect: Collect) -> None:
        self._schema = schema
        self._collect = collect
        self._count = 0
        self.names: dict[str, Any] = {"unfit": _unfit}

    def value(self, type_: GraphQLOutputType, source: str, group: Group) -> str:
        """Returns the expression that completes `source`, an expression itself."""
        required = isinstance(type_, GraphQLNonNull)
        inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        var = self._name("v")
        null = "unfit()" if required else "None"
        return f"({null} if ({var} := {source}) is None else {self._present(inner, var, group)})"

    def _present(self, type_: Any, var: str, group: Group) -> str:
        if isinstance(type_, GraphQLList):
            item = self._name("i")
            items = f"[{self.value(type_.of_type, item, group)} for {item} in {var}]"
            return f"({items} if {var}.__class__ is list else unfit())"
        if isinstance(type_, GraphQLObjectType):
            return self._object(type_, var, group)
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            return self._abstract(type_, var, group)
        return self._leaf(type_, var)

    def _object(self, type_: GraphQLObjectType, var: str, group: Group) -> str:
        entries = []
        for response, nodes in self._collect(type_, group).items():
            node = nodes[0].node
            if node.name.value == "__typename":
                entries.append(f"{response!r}: {type_.name!r}")
                continue
            definition = type_.fields.get(node.name.value)
            if definition is None:
                raise Unfit(node.name.value)
            source = self._made(definition, f"{var}[{key(definition, node)!r}]")
            value = self.value(definition.type, source, nodes)
            entries.append(f"{response!r}: {value}")
        return f"{{{', '.join(entries)}}}"

    def _made(self, definition: GraphQLField, source: str) -> str:
        """Returns the expression of what Python makes of a value, or of the value."""
        if (make := maker(definition)) is None:
            return source
        name = self._name("m")
        self.names[name] = make
        return f"{name}({source})"

    def _abstract(
        self, type_: GraphQLInterfaceType | GraphQLUnionType, var: str, group: Group
    ) -> str:
        """Returns the expression that chooses by the row's own name of its type."""
        table = self._name("t")
        self.names[table] = {
            possible.name: eval(  # noqa: S307
                f"lambda row: {self._object(possible, 'row', group)}", self.names
            )
            for possible in self._schema.get_possible_types(type_)
        }
        self.names[table][None] = lambda row: None
        return f"{table}[{var}['__typename']]({var})"

    def _leaf(self, type_: GraphQLScalarType | GraphQLEnumType, var: str) -> str:
        if type_.name in ("String", "ID"):
            return f"({var} if {var}.__class__ is str else unfit())"
        if type_.name == "Boolean":
            return f"({var} if {var}.__class__ is bool else unfit())"
        if type_.name == "Int":
            fits = f"{var}.__class__ is int and -2147483648 <= {var} <= 2147483647"
            return f"({var} if {fits} else unfit())"
        if type_.name == "Float":
            # NaN and the infinities are left to the generic executor, which refuses them.
            return f"({var} if {var}.__class__ is float and {var} - {var} == 0.0 else unfit())"
        coerce = self._name("c")
        self.names[coerce] = type_.coerce_output_value
        return f"{coerce}({var})"

    def _name(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self._count}"


def _unfit() -> Any:
    raise Unfit
