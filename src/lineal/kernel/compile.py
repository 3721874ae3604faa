"""Compiles the selection set of a root field into one Cypher statement.

A field is a property of its node, unless a file `cypher/<slice>/<Type>.<field>.cypher` fetches it.
Such a fragment finds the node that it starts from as `this`, and returns rows of `node` (a
connection's also of `position`). The compiler nests fragments as subqueries, which see nothing of
each other but `this`, and gives each its own parameters.

Text that a client sent never becomes Cypher: every name in a statement is a name of the schema, of
a fragment, or a number. What arrives is one record of maps; a map has the keys of `selections.key`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphql import (
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    is_leaf_type,
    is_non_null_type,
)

from lineal.kernel.connections import Connection
from lineal.kernel.selections import (
    Collect,
    Composite,
    Group,
    Ordered,
    Selection,
    is_connection,
    is_list,
    selections,
)
from lineal.kernel.statement import Compiled, Draft, Statement, map_of, subquery

# Of one root field. The time in which Neo4j plans a statement doubles with each level of nesting.
DEEPEST = 12
MOST_RELATIONS = 200

# A fragment that says so may answer with the refs that it could not start from, and nothing else.
_PROBLEMS = "problems: problems"


def compile_field(
    schema: GraphQLSchema, root: Selection, collect: Collect, ordered: Ordered
) -> Statement:
    """Returns the statement that fetches one root field, or raises GraphQLError."""
    compiler = _Compiler(schema, Draft(collect, ordered))
    return compiler.draft.written(*compiler.relation(None, root))


def compile_payload(
    schema: GraphQLSchema,
    payload: GraphQLObjectType,
    group: Group,
    collect: Collect,
    ordered: Ordered,
) -> Statement:
    """Returns the statement that fetches what a mutation made or changed, or raises GraphQLError.

    Its parameter `$made` holds, for each object of the payload, the id of its node (or a list).
    """
    compiler = _Compiler(schema, Draft(collect, ordered))
    lines, value = compiler.object(payload, "made", group)
    return compiler.draft.written(["WITH $made AS made", *lines], value)


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
    draft: Draft
    depth: int = 0
    relations: int = 0

    def object(self, type_: Composite, var: str, group: Group) -> Compiled:
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
        return lines, _by_kind(var, maps)

    def _kinds(
        self, possible: Iterable[GraphQLObjectType], group: Group
    ) -> dict[tuple[str, ...], list[str]]:
        """Returns the names of the types for which each subquery has to run."""
        kinds: dict[tuple[str, ...], list[str]] = {}
        for type_ in possible:
            for each in selections(type_, group, self.draft.collect):
                kinds.setdefault(each.same, []).append(type_.name)
        return kinds

    def _map(self, type_: GraphQLObjectType, var: str, group: Group, shared: _Shared) -> Compiled:
        """Returns subqueries, but for those that are shared and there already, and a map."""
        lines: list[str] = []
        entries: dict[str, str] = {}
        for each in selections(type_, group, self.draft.collect):
            key = each.key
            if key in entries:
                continue
            if each.is_property:
                entries[key] = _property(each, var)
                continue
            same = each.same
            if same not in shared.values:
                more, shared.values[same] = self.relation(var, each, shared.guard(same))
                lines += more
            entries[key] = shared.values[same]
        return lines, map_of(entries)

    def relation(self, var: str | None, selection: Selection, guard: str = "") -> Compiled:
        """Returns the subquery that fetches a field from `var`, and the expression of its value.

        Raises GraphQLError with the code TOO_COMPLEX beyond DEEPEST or MOST_RELATIONS.
        """
        self.depth += 1
        self.relations += 1
        if self.depth > DEEPEST:
            raise _too_complex(selection, f"nests relations more than {DEEPEST} deep")
        if self.relations > MOST_RELATIONS:
            raise _too_complex(selection, f"selects more than {MOST_RELATIONS} relations")
        start = [f"WITH {var} AS this{guard}"] if var else []
        if is_connection(selection.type):
            compiled = Connection(self.draft, self.object, selection, var, start).compiled()
        elif var is not None and self._is_there(selection):
            compiled = [], self._taken(var, selection)
        else:
            compiled = self._collected(var, selection, start)
        self.depth -= 1
        return compiled

    def _is_there(self, selection: Selection) -> bool:
        """Returns whether a row holds the objects of a field, with all that is selected of them."""
        if selection.file or _is_of_payload(selection) or is_leaf_type(selection.type):
            return False
        return all(
            each.is_property or self._is_there(each)
            for type_ in self._possible(selection.composite)
            for each in selections(type_, selection.group, self.draft.collect)
        )

    def _possible(self, type_: Composite) -> Sequence[GraphQLObjectType]:
        """Returns the types that an object may be of."""
        if isinstance(type_, GraphQLObjectType):
            return [type_]
        return self.schema.get_possible_types(type_)

    def _taken(self, var: str, selection: Selection) -> str:
        """Returns the expression of what a row holds already, which needs no subqueries."""
        held = f"{var}.{selection.name}"
        is_of_many = is_list(selection.definition.type)
        each = self.draft.name() if is_of_many else held
        _, value = self.object(selection.composite, each, selection.group)
        if is_of_many:
            return f"[{each} IN coalesce({held}, []) | {value}]"
        return f"CASE WHEN {held} IS NOT NULL THEN {value} END"

    def _collected(self, var: str | None, selection: Selection, start: list[str]) -> Compiled:
        """Returns the subquery of all the rows of a field, and the list of them or the first."""
        fetched = subquery(var, [*start, *self._rows(selection)])
        inner, value = self._value(selection)
        if var is None:
            value = _or_problems(selection, value)
        result = self.draft.name()
        lines = subquery(var, [*fetched, *inner, f"RETURN collect({value}) AS {result}"])
        return lines, result if is_list(selection.definition.type) else f"{result}[0]"

    def _rows(self, selection: Selection) -> list[str]:
        """Returns the lines that yield rows of `node` from `this`."""
        if file := selection.file:
            return self.draft.bound(file, selection)
        if _is_of_payload(selection):
            return [
                f"UNWIND this.{selection.name} AS id",
                "MATCH (node:Entity {id: id})",
                "RETURN node",
            ]
        return [f"UNWIND this.{selection.name} AS node", "RETURN node"]

    def _value(self, selection: Selection) -> Compiled:
        if is_leaf_type(selection.type):
            return [], "node"
        var = self.draft.name()
        lines, value = self.object(selection.composite, var, selection.group)
        return [f"WITH node, node AS {var}", *lines], value


def _is_of_payload(selection: Selection) -> bool:
    """Returns whether a field is of what a mutation answers, which has ids in place of objects."""
    return selection.parent.name.endswith("Success")


def _by_kind(var: str, maps: Mapping[str, list[str]]) -> str:
    """Returns the map of a node by its kind, from the names of the types that each map is for."""
    kind = f"__typename: {var}.nodeKind"
    whole = [f"{{{', '.join(filter(None, (kind, value[1:-1])))}}}" for value in maps]
    if len(whole) == 1:
        return whole[0]
    cases = " ".join(
        f"WHEN {var}.nodeKind IN {names} THEN {value}"
        for value, names in zip(whole, maps.values(), strict=True)
    )
    return f"CASE {cases} ELSE {{__typename: null}} END"


def _property(selection: Selection, var: str) -> str:
    """Returns a property as it is cheapest to get: a time as text, a list that must be as empty."""
    if is_list(selection.definition.type) and is_non_null_type(selection.definition.type):
        return f"coalesce({var}.{selection.name}, [])"
    if selection.type.name == "DateTime":
        return f"toString({var}.{selection.name})"
    return f"{var}.{selection.name}"


def _or_problems(selection: Selection, value: str) -> str:
    """Returns the value of a root field, or the refs that its fragment could not start from."""
    if selection.file is None or _PROBLEMS not in selection.file.text:
        return value
    return f"CASE WHEN node.problems <> [] THEN {{problems: node.problems}} ELSE {value} END"


def _too_complex(selection: Selection, why: str) -> GraphQLError:
    return GraphQLError(
        f"The query {why}: ask for less, or in several queries",
        [details.node for details in selection.group],
        extensions={"code": "TOO_COMPLEX"},
    )
