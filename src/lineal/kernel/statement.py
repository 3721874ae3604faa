"""A statement, and what the compiler writes it with: names, maps, subqueries, parameters.

The parameters of a field are one map, named after the place where the field stands: `$first` of
a fragment becomes `$p42.first` for the field at offset 42 of the document. One map for each field,
because Neo4j keeps a plan for each combination of its parameters' types, and a null has another
type than a text.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import indent
from typing import Any

from graphql import GraphQLField, GraphQLNamedType, GraphQLObjectType
from graphql.execution.collect_fields import FieldDetails

from lineal.kernel.queries import Query
from lineal.kernel.selections import Collect, Group, Ordered, Selection, selections
from lineal.kernel.templates import Template

# Subqueries, and the expression of a value, which needs them.
Compiled = tuple[list[str], str]

_PARAMETER = re.compile(r"\$(\w+)")

# What is selected below a root field matters to its fragment down to `items.explanation`.
_SELECTED_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Call:
    """One field of the statement that takes parameters: the map that is called `name`.

    `full_name` is `Selection.full_name`.
    """

    name: str
    full_name: str
    field: GraphQLField
    details: FieldDetails


@dataclass(frozen=True, slots=True)
class Statement:
    """Cypher that answers one root field with one record, and the fields that need parameters."""

    template: Template
    calls: tuple[Call, ...]
    constants: dict[str, dict[str, Any]]

    @property
    def text(self) -> str:
        """Returns all of it, whatever the parameters say."""
        return self.template.whole


@dataclass(slots=True)
class Draft:
    """A statement that is being written: the names it has used, the parameters it will need."""

    collect: Collect
    ordered: Ordered
    calls: dict[str, Call] = field(default_factory=dict)
    constants: dict[str, dict[str, Any]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def name(self) -> str:
        """Returns a name that nothing else in the statement has."""
        return f"x{next(self.numbers)}"

    def bound(self, file: Query, selection: Selection) -> list[str]:
        """Returns a file's lines with the parameters of one field, which are asked for."""
        name = parameters_of(selection)
        wanted = set(_PARAMETER.findall(file.text))
        if "selected" in wanted:
            wanted.remove("selected")
            self._tell_selected(name, selection)
        if wanted:
            self.calls[name] = Call(
                name, selection.full_name, selection.definition, selection.group[0]
            )
        return _PARAMETER.sub(lambda found: f"${name}.{found[1]}", file.text).splitlines()

    def written(self, lines: Iterable[str], answer: str) -> Statement:
        """Returns the statement of these lines, which answers with an expression."""
        text = "\n".join([*lines, f"RETURN {answer} AS answer"])
        return Statement(Template(text), tuple(self.calls.values()), self.constants)

    def _tell_selected(self, name: str, selection: Selection) -> None:
        selected = self._selected(selection.type, selection.group, _SELECTED_DEPTH)
        # A fragment that is spread in several places may be selected from differently there.
        before = self.constants.get(name, {}).get("selected", [])
        self.constants[name] = {"selected": sorted({*before, *selected})}

    def _selected(self, type_: GraphQLNamedType, group: Group, depth: int) -> Iterator[str]:
        """Yields the dotted names of what is selected below a field of an object type."""
        if depth == 0 or not isinstance(type_, GraphQLObjectType):
            return
        for each in selections(type_, group, self.collect):
            yield each.name
            below = self._selected(each.type, each.group, depth - 1)
            yield from (f"{each.name}.{deeper}" for deeper in below)


def parameters_of(selection: Selection) -> str:
    """Returns what the map of a field's parameters is called."""
    loc = selection.group[0].node.loc
    assert loc is not None
    return f"p{loc.start}"


def map_of(entries: Mapping[str, str]) -> str:
    """Returns the Cypher map of these names and expressions."""
    return f"{{{', '.join(f'{name}: {value}' for name, value in entries.items())}}}"


def subquery(var: str | None, body: Iterable[str]) -> list[str]:
    """Returns lines that run others for each row, and show them nothing of it but `var`."""
    return [f"CALL ({var or ''}) {{", *(indent(line, "  ") for line in body), "}"]
