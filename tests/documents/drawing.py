"""Draws documents that are valid, from the schema itself.

A response name is used for one field of one type with the same arguments wherever it stands in a
document, so that whatever meets can be merged.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_required_argument,
)
from hypothesis import strategies as st

from tests.documents.stitched import SCHEMA

# Draws a value, which is no enum's, of an argument or of a field of an input with this name.
Values = Callable[["Drawing", str, Any], Any]
DEPTH = 3
FRAGMENTS = 3


class Word(str):
    """A value of an enum: a text without quotes."""


@dataclass
class Drawing:
    """One document that is being drawn, and what it has declared so far."""

    data: st.DataObject
    values: Values
    variables: dict[str, Any] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    fragments: dict[str, tuple[GraphQLNamedType, str]] = field(default_factory=dict)
    responses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # Whether anything was drawn for which a field may be refused.
    wrong: bool = False
    # The field whose arguments are drawn.
    asked: GraphQLField | None = None

    def one_of(self, options: Any) -> Any:
        """Draws one of some things."""
        return self.data.draw(st.sampled_from(list(options)))

    def chance(self, of: int) -> bool:
        """Draws whether something happens that does once in so many times."""
        return bool(self.data.draw(st.integers(0, of - 1)) == of - 1)

    def selections(self, type_: Any, depth: int) -> str:
        """Draws a selection set."""
        parts = [self.field(type_, depth) for _ in range(self.data.draw(st.integers(1, 5)))]
        if depth and self.chance(3):
            parts.append(self.inline(type_, depth))
        if depth and self.chance(4):
            parts.append(self.spread(type_, depth))
        return f"{{ {' '.join(parts)} }}"

    def inline(self, type_: Any, depth: int) -> str:
        """Draws a fragment where it is used, with a condition or without."""
        if self.chance(4):
            return f"... {self.directive()} {self.selections(type_, depth - 1)}"
        on = self.one_of(overlapping(type_))
        return f"... on {on.name} {self.directive()} {self.selections(on, depth - 1)}"

    def spread(self, type_: Any, depth: int) -> str:
        """Draws the use of a fragment: of one that was used before, or of a new one."""
        conditions = overlapping(type_)
        known = [name for name, (on, _) in self.fragments.items() if on in conditions]
        if known and (len(self.fragments) >= FRAGMENTS or self.chance(2)):
            return f"...{self.one_of(known)} {self.directive()}"
        if len(self.fragments) >= FRAGMENTS:
            return "__typename"
        on = self.one_of(conditions)
        below = self.selections(on, min(depth - 1, 1))
        name = f"F{len(self.fragments)}"
        self.fragments[name] = (on, below)
        return f"...{name} {self.directive()}"

    def field(self, type_: Any, depth: int) -> str:
        """Draws a field with all that it takes and all that is selected of it."""
        names = [*getattr(type_, "fields", {}), "__typename"]
        if not depth:
            names = [name for name in names if is_leaf(type_, name)]
        name = self.one_of(names)
        if name == "__typename":
            return f"{self.one_of(['', 'kind_: '])}__typename {self.directive()}"
        return self.selected(type_, name, depth)

    def selected(self, type_: Any, name: str, depth: int) -> str:
        """Draws what is selected of a field, and with which arguments."""
        definition = type_.fields[name]
        arguments = self.arguments(definition)
        response = self.response(definition, name, arguments)
        inner = get_named_type(definition.type)
        below = "" if is_leaf_type(inner) else self.selections(inner, max(depth - 1, 0))
        return f"{response}{name}{arguments} {self.directive()} {below}"

    def response(self, definition: GraphQLField, name: str, arguments: str) -> str:
        """Draws an alias, or none; one that is used before is used for the same."""
        same = (str(definition.type), name, arguments)
        if self.responses.setdefault(name, same) == same and not self.chance(5):
            return ""
        fitting = [each for each, is_ in self.responses.items() if is_ == same and each != name]
        if fitting and self.chance(2):
            return f"{self.one_of(fitting)}: "
        alias = f"a{len(self.responses)}"
        self.responses[alias] = same
        return f"{alias}: "

    def directive(self) -> str:
        """Draws @skip or @include, of a variable or of a literal, but mostly nothing."""
        if not self.chance(6):
            return ""
        if self.chance(2):
            literal = self.one_of(["@skip(if: false)", "@include(if: true)", "@skip(if: true)"])
            return str(literal)
        name = self.one_of(["yes", "no"])
        self.declared[name], self.variables[name] = "Boolean!", name == "yes"
        return f"@{self.one_of(['skip', 'include'])}(if: ${name})"

    def arguments(self, definition: GraphQLField) -> str:
        """Draws the arguments of a field: all that it needs, and some of the others."""
        given = []
        self.asked = definition
        for name, each in definition.args.items():
            if is_required_argument(each) or self.chance(3) or name in ALWAYS:
                given.append(f"{name}: {self.argument(name, each)}")
        return f"({', '.join(given)})" if given else ""

    def argument(self, name: str, each: GraphQLArgument) -> str:
        """Draws the value of an argument: written out, or in a variable."""
        value = self.value(name, each.type)
        if not self.chance(4):
            return literal(value)
        variable = f"v{len(self.declared)}"
        self.declared[variable], self.variables[variable] = str(each.type), value
        return f"${variable}"

    def value(self, name: str, type_: Any) -> Any:
        """Draws a value of an input type: of an object whatever fits, of a leaf what is known."""
        inner = getattr(type_, "of_type", None)
        if inner is not None and not isinstance(type_, GraphQLList):
            return self.value(name, inner)
        named = get_named_type(type_)
        if isinstance(type_, GraphQLList) and isinstance(named, GraphQLInputObjectType):
            return [self.value(name, named) for _ in range(self.data.draw(st.integers(1, 2)))]
        if isinstance(type_, GraphQLList) and isinstance(named, GraphQLEnumType):
            return [
                Word(self.one_of(named.values)) for _ in range(self.data.draw(st.integers(1, 3)))
            ]
        if isinstance(type_, GraphQLEnumType):
            return Word(self.one_of(type_.values))
        return self.values(self, name, type_)

    def text(self, operation: str, roots: str) -> str:
        """Returns the document with these root fields, with all that was declared."""
        declared = ", ".join(f"${name}: {type_}" for name, type_ in self.declared.items())
        head = f"{operation} ({declared})" if declared else operation
        fragments = (
            f"fragment {name} on {on.name} {below}" for name, (on, below) in self.fragments.items()
        )
        return "\n".join([f"{head} {{ {roots} }}", *fragments])


# Without these a list would be of all that the database has, of other tests too.
ALWAYS = {"where", "namespace", "first"}


def literal(value: Any) -> str:
    """Returns a value as GraphQL spells it."""
    if isinstance(value, Word):
        return str(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {literal(each)}' for name, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    return json.dumps(value)


def is_leaf(type_: Any, name: str) -> bool:
    """Returns whether nothing can be selected below a field, which needs no argument."""
    return name == "__typename" or is_leaf_type(get_named_type(type_.fields[name].type))


def possible(type_: Any) -> set[str]:
    """Returns the names of the types that something may be."""
    if is_abstract_type(type_):
        return {each.name for each in SCHEMA.get_possible_types(type_)}
    return {type_.name}


def overlapping(type_: Any) -> list[Any]:
    """Returns the conditions that a fragment may have where a type is expected."""
    composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType
    here = possible(type_)
    return [
        each
        for each in SCHEMA.type_map.values()
        if isinstance(each, composite) and not each.name.startswith("__") and possible(each) & here
    ]
