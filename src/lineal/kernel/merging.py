"""Whether fields of one response name can be merged, found out in few steps.

This is the specification's rule on field selection merging
(https://spec.graphql.org/September2025/#sec-Field-Selection-Merging). Compared pair by pair, as the
specification words it, repeated fields and webs of fragments take quadratic time and more. Here
what has one response name is compared with the first of it: that two fields have the same shape, or
the same name and arguments, is transitive. And a set of fields is looked at once, however many ways
lead to it. What still takes too many steps is an error.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
    get_named_type,
    is_leaf_type,
    print_ast,
    type_from_ast,
)
from graphql.utilities.sort_value_node import sort_value_node

from lineal.kernel.selections import field_of

# How many fields are looked at, each once in every set of fields that it is in.
STEPS = 10_000
ADVICE = "Use different aliases on the fields to fetch both."


class TooManySteps(Exception):
    """The document merges its fields in too many ways."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A place that selects a field, and of what type; it is itself alone."""

    node: FieldNode
    parent: GraphQLNamedType | None
    definition: GraphQLField | None

    @property
    def response_name(self) -> str:
        """Returns the key that it has in a response."""
        return self.node.alias.value if self.node.alias else self.node.name.value


Fields = tuple[Field, ...]
Groups = Callable[[Fields], Iterable[Fields]]


@dataclass(frozen=True, slots=True)
class Selected:
    """What a selection set has itself, inline fragments included, and what it spreads."""

    fields: list[Field] = field(default_factory=list)
    spreads: list[str] = field(default_factory=list)


class MergingRule(ValidationRule):
    """Fields with one response name can be merged, in each operation."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self._selected: dict[int, Selected] = {}
        self._shaped: set[frozenset[Field]] = set()
        self._merged: set[frozenset[Field]] = set()
        self._arguments: dict[Field, str] = {}
        self._steps = 0

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        """Looks at all that an operation selects; a fragment that none spreads is wrong anyway."""
        root = self.context.schema.get_root_type(node.operation)
        try:
            fields = self._collect([(node.selection_set, root)])
            if self._require_shapes(fields):
                self._require_merge(fields)
        except TooManySteps:
            self.report_error(GraphQLError("The document merges its fields in too many ways"))

    def _require_shapes(self, fields: Fields) -> bool:
        """Returns whether values of one response name look alike, or reports those that do not."""
        waiting = [fields]
        while waiting:
            fields = waiting.pop()
            for group in self._unknown(fields, self._shaped, _by_name):
                for other in group[1:]:
                    if not _have_same_shape(group[0], other):
                        self._report(group[0], other, f"they return {_types(group[0], other)}")
                        return False
                waiting.append(self._below(group))
        return True

    def _require_merge(self, fields: Fields) -> None:
        """Reports fields of one response name that mean different things of one object."""
        waiting = [fields]
        while waiting:
            fields = waiting.pop()
            for group in self._unknown(fields, self._merged, _by_name_and_parent):
                for other in group[1:]:
                    if why := self._difference(group[0], other):
                        self._report(group[0], other, why)
                        return
                waiting.append(self._below(group))

    def _unknown(
        self, fields: Fields, known: set[frozenset[Field]], groups: Groups
    ) -> list[Fields]:
        """Returns the groups of fields that were not looked at before, and takes note of them."""
        key = frozenset(fields)
        if key in known:
            return []
        known.add(key)
        found = list(groups(fields))
        self._steps += sum(map(len, found))
        if self._steps > STEPS:
            raise TooManySteps
        return found

    def _below(self, group: Fields) -> Fields:
        return self._collect(
            (each.node.selection_set, get_named_type(each.definition.type))
            for each in group
            if each.node.selection_set and each.definition
        )

    def _collect(self, sets: Iterable[tuple[SelectionSetNode, GraphQLNamedType | None]]) -> Fields:
        """Returns the fields of selection sets, and of fragments that they spread, each once."""
        fields: dict[Field, None] = {}
        seen: set[str] = set()
        waiting = [self._select(*each) for each in sets]
        for selected in waiting:
            fields |= dict.fromkeys(selected.fields)
            for name in selected.spreads:
                fragment = None if name in seen else self.context.get_fragment(name)
                seen.add(name)
                if fragment is not None:
                    waiting.append(self._select(fragment.selection_set, self._type(fragment)))
        return tuple(fields)

    def _select(self, node: SelectionSetNode, parent: GraphQLNamedType | None) -> Selected:
        known = self._selected.get(id(node))
        if known is None:
            known = self._selected[id(node)] = Selected()
            self._add(known, node, parent)
        return known

    def _add(self, to: Selected, node: SelectionSetNode, parent: GraphQLNamedType | None) -> None:
        for each in node.selections:
            if isinstance(each, FieldNode):
                definition = field_of(self.context.schema, parent, each.name.value)
                to.fields.append(Field(each, parent, definition))
            elif isinstance(each, FragmentSpreadNode):
                to.spreads.append(each.name.value)
            elif isinstance(each, InlineFragmentNode):
                on = self._type(each) if each.type_condition else parent
                self._add(to, each.selection_set, on)

    def _type(self, node: Any) -> GraphQLNamedType | None:
        found: GraphQLNamedType | None = type_from_ast(self.context.schema, node.type_condition)
        return found

    def _difference(self, one: Field, other: Field) -> str | None:
        names = one.node.name.value, other.node.name.value
        if names[0] != names[1]:
            return f"{names[0]!r} and {names[1]!r} are different fields"
        if self._given(one) != self._given(other):
            return "they have different arguments"
        return None

    def _given(self, of: Field) -> str:
        """Returns the arguments of a field as a text, in one order."""
        if of not in self._arguments:
            told = sorted(
                f"{each.name.value}: {print_ast(sort_value_node(each.value))}"
                for each in of.node.arguments or ()
            )
            self._arguments[of] = ", ".join(told)
        return self._arguments[of]

    def _report(self, one: Field, other: Field, why: str) -> None:
        message = f"Fields {one.response_name!r} conflict because {why}. {ADVICE}"
        self.report_error(GraphQLError(message, [one.node, other.node]))


def _by_name(fields: Iterable[Field]) -> Iterator[Fields]:
    groups: dict[str, list[Field]] = {}
    for each in fields:
        groups.setdefault(each.response_name, []).append(each)
    yield from map(tuple, groups.values())


def _by_name_and_parent(fields: Iterable[Field]) -> Iterator[Fields]:
    """Yields fields that one object may have: an interface's fields may be those of any object."""
    for named in _by_name(fields):
        objects: dict[str, list[Field]] = {}
        anybodys: list[Field] = []
        for each in named:
            if isinstance(each.parent, GraphQLObjectType):
                objects.setdefault(each.parent.name, []).append(each)
            else:
                anybodys.append(each)
        for of_one in objects.values() or [[]]:
            yield (*of_one, *anybodys)


def _have_same_shape(one: Field, other: Field) -> bool:
    """Returns whether values look alike; of fields that there are not, others rules tell."""
    if one.definition is None or other.definition is None:
        return True
    return _shape(one.definition.type) == _shape(other.definition.type)


def _shape(type_: GraphQLOutputType) -> tuple[str, ...]:
    """Returns what is equal for types whose values look alike."""
    if isinstance(type_, GraphQLNonNull):
        return ("!", *_shape(type_.of_type))
    if isinstance(type_, GraphQLList):
        return ("[", *_shape(type_.of_type))
    return (type_.name,) if is_leaf_type(type_) else ()


def _types(one: Field, other: Field) -> str:
    assert one.definition
    assert other.definition
    return f"conflicting types '{one.definition.type}' and '{other.definition.type}'"
