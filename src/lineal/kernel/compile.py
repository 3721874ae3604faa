"""Compiles the selection set of a root field into one Cypher statement.

A field is a property of its node, unless a file `cypher/<slice>/<Type>.<field>.cypher` fetches it.
Such a fragment finds the node that it starts from as `this`, and returns rows of `node` (a
connection's also of `position`). The compiler nests fragments as subqueries, which see nothing of
each other but `this`, and gives each its own parameters: `$first` becomes `$p42.first` for the
field that stands at offset 42 of the document. One map for each field, because Neo4j keeps a plan
for each combination of its parameters' types, and a null has another type than a text.

Text that a client sent never becomes Cypher: every name in a statement is a name of the schema, of
a fragment, or a number. What arrives is one record of maps; a map has the keys of `key`.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import indent
from typing import Any

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetails

from lineal.kernel import queries

Group = list[FieldDetails]
Collect = Callable[[GraphQLObjectType, Group], dict[str, Group]]
Composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType

_PARAMETER = re.compile(r"\$(\w+)")

# What is selected below a root field matters to its fragment down to `items.explanation`.
_SELECTED_DEPTH = 3

# Of one root field. The time in which Neo4j plans a statement doubles with each level of nesting.
DEEPEST = 12
MOST_RELATIONS = 200


# A fragment that says so may answer with the refs that it could not start from, and nothing else.
_PROBLEMS = "problems: problems"


@dataclass(frozen=True, slots=True)
class Call:
    """One field of the statement that takes parameters: the map that is called `name`."""

    name: str
    field: GraphQLField
    details: FieldDetails


@dataclass(frozen=True, slots=True)
class Statement:
    """Cypher that answers one root field with one record, and the fields that need parameters."""

    text: str
    calls: tuple[Call, ...]
    constants: dict[str, dict[str, Any]]


def compile_field(
    schema: GraphQLSchema, parent: GraphQLObjectType, group: Group, collect: Collect
) -> Statement:
    """Returns the statement that fetches one root field.

    `collect` merges the selection sets of a group of field nodes on a type, as the executor does.
    """
    compiler = _Compiler(schema, collect)
    lines, value = compiler.relation(None, parent, group)
    text = "\n".join([*lines, f"RETURN {value} AS answer"])
    return Statement(text, tuple(compiler.calls.values()), compiler.constants)


def compile_payload(
    schema: GraphQLSchema, payload: GraphQLObjectType, group: Group, collect: Collect
) -> Statement:
    """Returns the statement that fetches what a mutation made or changed.

    Its parameter `$made` holds, for each object of the payload, the id of its node (or a list).
    """
    compiler = _Compiler(schema, collect)
    lines, value = compiler.object(payload, "made", group)
    text = "\n".join(["WITH $made AS made", *lines, f"RETURN {value} AS answer"])
    return Statement(text, tuple(compiler.calls.values()), compiler.constants)


def key(definition: GraphQLField, node: FieldNode) -> str:
    """Returns under what name a row holds a field.

    A property has its own name. Where two selections of a field may differ (by arguments or by what
    is selected below) the field's place in the document tells them apart.
    """
    name = node.name.value
    if not definition.args and is_leaf_type(get_named_type(definition.type)):
        return name
    assert node.loc is not None
    return f"{name}_{node.loc.start}"


def is_connection(type_: object) -> bool:
    """Returns whether a type is a page of nodes with cursors."""
    return isinstance(type_, GraphQLObjectType) and type_.name.endswith("Connection")


def is_list(type_: GraphQLOutputType) -> bool:
    """Returns whether a field has many values."""
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return isinstance(inner, GraphQLList)


@dataclass
class _Shared:
    """The subqueries of an interface's or a union's types, of which each is written once."""

    types: int = 1
    kinds: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    values: dict[tuple[str, ...], str] = field(default_factory=dict)

    def guard(self, same: tuple[str, ...]) -> str:
        """Returns what keeps a subquery from running for nodes whose type does not select it."""
        kinds = self.kinds.get(same, [])
        return f" WHERE this.nodeKind IN {kinds}" if 0 < len(kinds) < self.types else ""


@dataclass
class _Compiler:
    schema: GraphQLSchema
    collect: Collect
    calls: dict[str, Call] = field(default_factory=dict)
    constants: dict[str, dict[str, Any]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    depth: int = 0
    relations: int = 0

    def object(self, type_: Composite, var: str, group: Group) -> tuple[list[str], str]:
        """Returns subqueries, and the map of what is selected of `var`, which they need."""
        if isinstance(type_, GraphQLObjectType):
            return self._map(type_, var, group, _Shared())
        possible = self.schema.get_possible_types(type_)
        shared = _Shared(len(possible), self._kinds(possible, group))
        lines: list[str] = []
        maps: dict[str, list[str]] = {}
        for each in possible:
            more, value = self._map(each, var, group, shared)
            lines += more
            maps.setdefault(value, []).append(each.name)
        kind = f"__typename: {var}.nodeKind"
        whole = [f"{{{', '.join(filter(None, (kind, value[1:-1])))}}}" for value in maps]
        if len(whole) == 1:
            return lines, whole[0]
        cases = " ".join(
            f"WHEN {var}.nodeKind IN {names} THEN {value}"
            for value, names in zip(whole, maps.values(), strict=True)
        )
        return lines, f"CASE {cases} ELSE {{__typename: null}} END"

    def _kinds(
        self, possible: Iterable[GraphQLObjectType], group: Group
    ) -> dict[tuple[str, ...], list[str]]:
        """Returns the names of the types for which each subquery has to run."""
        kinds: dict[tuple[str, ...], list[str]] = {}
        for type_ in possible:
            for nodes in self.collect(type_, group).values():
                kinds.setdefault(self._same(type_, nodes), []).append(type_.name)
        return kinds

    def _map(
        self, type_: GraphQLObjectType, var: str, group: Group, shared: "_Shared"
    ) -> tuple[list[str], str]:
        """Returns subqueries, but for those that are shared and there already, and a map."""
        lines: list[str] = []
        entries: dict[str, str] = {}
        for nodes in self.collect(type_, group).values():
            node = nodes[0].node
            name = node.name.value
            if name.startswith("__"):
                continue
            definition = type_.fields[name]
            entry = key(definition, node)
            if entry in entries:
                continue
            if self._fragment(type_, name) is None and is_leaf_type(
                get_named_type(definition.type)
            ):
                entries[entry] = _property(definition, f"{var}.{name}")
                continue
            same = self._same(type_, nodes)
            if same not in shared.values:
                more, shared.values[same] = self.relation(var, type_, nodes, shared.guard(same))
                lines += more
            entries[entry] = shared.values[same]
        return lines, _literal(entries)

    def _same(self, type_: GraphQLObjectType, group: Group) -> tuple[str, ...]:
        """Returns what is equal for types from which the same file fetches the same selections."""
        found = self._fragment(type_, group[0].node.name.value)
        places = (str(details.node.loc and details.node.loc.start) for details in group)
        return (found.name if found else "", *places)

    def _fragment(self, type_: GraphQLObjectType, name: str) -> queries.Query | None:
        """Returns the file that fetches a field, be it the type's own or its interface's."""
        for owner in (type_.name, *(interface.name for interface in type_.interfaces)):
            if found := queries.fragment(owner, name):
                return found
        return None

    def relation(
        self, var: str | None, parent: GraphQLObjectType, group: Group, guard: str = ""
    ) -> tuple[list[str], str]:
        """Returns the subquery that fetches a field from `var`, and the expression of its value.

        Raises GraphQLError with the code TOO_COMPLEX beyond DEEPEST or MOST_RELATIONS.
        """
        self.depth += 1
        self.relations += 1
        if self.depth > DEEPEST:
            raise _too_complex(group, f"nests relations more than {DEEPEST} deep")
        if self.relations > MOST_RELATIONS:
            raise _too_complex(group, f"selects more than {MOST_RELATIONS} relations")
        lines, value = self._relation(var, parent, group, guard)
        self.depth -= 1
        return lines, value

    def _relation(
        self, var: str | None, parent: GraphQLObjectType, group: Group, guard: str
    ) -> tuple[list[str], str]:
        node = group[0].node
        definition = parent.fields[node.name.value]
        type_ = get_named_type(definition.type)
        found = self._fragment(parent, node.name.value)
        start = [f"WITH {var} AS this{guard}"] if var else []
        if is_connection(type_):
            assert found is not None, f"no file fetches {parent.name}.{node.name.value}"
            return self._connection(var, start, found, definition, type_, group)
        body = [*start, *self._rows(found, parent, definition, group)]
        inner, value = self._value(type_, group)
        if var is None and found is not None and _PROBLEMS in found.text:
            value = (
                f"CASE WHEN node.problems <> [] THEN {{problems: node.problems}} ELSE {value} END"
            )
        result = self._name()
        lines = _call(
            var,
            [*_call(var, body), *inner, f"RETURN collect({value}) AS {result}"],
        )
        return lines, result if is_list(definition.type) else f"{result}[0]"

    def _value(self, type_: Any, group: Group) -> tuple[list[str], str]:
        if is_leaf_type(type_):
            return [], "node"
        var = self._name()
        lines, value = self.object(type_, var, group)
        return [f"WITH node, node AS {var}", *lines], value

    def _rows(
        self,
        found: queries.Query | None,
        parent: GraphQLObjectType,
        definition: GraphQLField,
        group: Group,
    ) -> list[str]:
        """Returns the lines that yield rows of `node` from `this`."""
        if found is not None:
            return self._bound(found, definition, group)
        name = group[0].node.name.value
        if parent.name.endswith("Success"):
            return [
                f"UNWIND this.{name} AS id",
                "MATCH (node:Entity {id: id})",
                "RETURN node",
            ]
        return [f"UNWIND this.{name} AS node", "RETURN node"]

    def _bound(self, found: queries.Query, definition: GraphQLField, group: Group) -> list[str]:
        """Returns a fragment's lines with the parameters of one field, which are asked for."""
        details = group[0]
        name = _parameters(details)
        names = set(_PARAMETER.findall(found.text))
        if "selected" in names:
            type_ = get_named_type(definition.type)
            selected = sorted(set(self._selected(type_, group, _SELECTED_DEPTH)))
            # A fragment that is spread in several places may be selected from differently there.
            before = self.constants.get(name, {}).get("selected", [])
            self.constants[name] = {"selected": sorted({*before, *selected})}
            names.remove("selected")
        if names:
            self.calls[name] = Call(name, definition, details)
        return _PARAMETER.sub(lambda found: f"${name}.{found[1]}", found.text).splitlines()

    def _selected(self, type_: Any, group: Group, depth: int) -> Iterable[str]:
        """Yields the dotted names of what is selected below a field of an object type."""
        if depth == 0 or not isinstance(type_, GraphQLObjectType):
            return
        for nodes in self.collect(type_, group).values():
            name = nodes[0].node.name.value
            if name.startswith("__"):
                continue
            yield name
            below = self._selected(get_named_type(type_.fields[name].type), nodes, depth - 1)
            yield from (f"{name}.{deeper}" for deeper in below)

    def _connection(
        self,
        var: str | None,
        start: list[str],
        found: queries.Query,
        definition: GraphQLField,
        type_: GraphQLObjectType,
        group: Group,
    ) -> tuple[list[str], str]:
        """Returns the subqueries of a page: its rows, one more to know of, and the total."""
        selected = {nodes[0].node.name.value for nodes in self.collect(type_, group).values()}
        result = self._name()
        entries: dict[str, str] = {}
        lines: list[str] = []
        if "totalCount" in selected:
            counted = self._bound(queries.query(f"{found.name}.count"), definition, group)
            total = self._name()
            body = [*_call(var, [*start, *counted]), f"RETURN head(collect(node)) AS {total}"]
            lines += _call(var, body)
            entries["totalCount"] = total
        if selected - {"totalCount", "__typename"}:
            rows, row = self._page(type_, group)
            page = _call(var, [*start, *self._bound(found, definition, group)])
            lines += _call(var, [*page, *rows, f"RETURN collect({row}) AS {result}"])
            entries |= self._page_entries(type_, group, result)
        return lines, _literal(entries)

    def _page(self, type_: GraphQLObjectType, group: Group) -> tuple[list[str], str]:
        """Returns the subqueries and the map of one row: its cursor, its node as selected."""
        var = self._name()
        lines = [f"WITH node AS {var}, position"]
        entries = {"cursor": "position"}
        for name, definition, nodes in self._node_selections(type_, group):
            more, value = self.object(_composite(definition), var, nodes)
            lines += more
            entries[name] = value
        return lines, _literal(entries)

    def _node_selections(
        self, type_: GraphQLObjectType, group: Group
    ) -> Iterator[tuple[str, GraphQLField, Group]]:
        """Yields each selection of a page's nodes, be it in `nodes` or in `edges { node }`."""
        for nodes in self.collect(type_, group).values():
            name = nodes[0].node.name.value
            if name not in ("nodes", "edges"):
                continue
            definition = type_.fields[name]
            if name == "nodes":
                yield key(definition, nodes[0].node), definition, nodes
                continue
            edge = get_named_type(definition.type)
            for below in self.collect(edge, nodes).values():
                if below[0].node.name.value == "node":
                    field_ = edge.fields["node"]
                    yield key(field_, below[0].node), field_, below

    def _page_entries(self, type_: GraphQLObjectType, group: Group, rows: str) -> dict[str, str]:
        """Returns the entries of a page, from rows of which there may be one too many."""
        parameters = _parameters(group[0])
        page = f"{rows}[..${parameters}.first]"
        entries: dict[str, str] = {}
        for nodes in self.collect(type_, group).values():
            name = nodes[0].node.name.value
            if name.startswith("__") or name == "totalCount":
                continue
            entry = key(type_.fields[name], nodes[0].node)
            if name == "nodes":
                entries[entry] = f"[row IN {page} | row.{entry}]"
            elif name == "edges":
                entries[entry] = page
            else:
                entries[entry] = (
                    f"{{hasNextPage: size({rows}) > ${parameters}.first, "
                    f"hasPreviousPage: ${parameters}.after IS NOT NULL, "
                    f"startCursor: {rows}[0].cursor, endCursor: {page}[-1].cursor}}"
                )
        return entries

    def _name(self) -> str:
        return f"x{next(self.numbers)}"


def _too_complex(group: Group, why: str) -> GraphQLError:
    return GraphQLError(
        f"The query {why}: ask for less, or in several queries",
        [details.node for details in group],
        extensions={"code": "TOO_COMPLEX"},
    )


def _parameters(details: FieldDetails) -> str:
    """Returns what the map of a field's parameters is called."""
    assert details.node.loc is not None
    return f"p{details.node.loc.start}"


def _composite(definition: GraphQLField) -> Composite:
    type_ = get_named_type(definition.type)
    assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType)
    return type_


def _literal(entries: Mapping[str, str]) -> str:
    """Returns the Cypher map of these names and expressions."""
    return f"{{{', '.join(f'{name}: {value}' for name, value in entries.items())}}}"


def _call(var: str | None, body: Iterable[str]) -> list[str]:
    return [f"CALL ({var or ''}) {{", *(indent(line, "  ") for line in body), "}"]


def _property(definition: GraphQLField, expression: str) -> str:
    """Returns a property as it is cheapest to get: a time as text, an absent list as empty."""
    if is_list(definition.type):
        return f"coalesce({expression}, [])"
    if get_named_type(definition.type).name == "DateTime":
        return f"toString({expression})"
    return expression
