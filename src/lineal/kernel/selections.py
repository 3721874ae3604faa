"""What a document selects: fields of types, each with all the places that select it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetails

from lineal.kernel import queries
from lineal.kernel.arguments import DEFINITION

Group = list[FieldDetails]
# Merges the selection sets of a group on a type, by response name, as the executor does.
Collect = Callable[[GraphQLObjectType, Group], dict[str, Group]]
# Whether a list is asked for in another order than its own.
Ordered = Callable[[Group], bool]
Composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType
# What the argument is called by which a list is asked for in another order than its own.
ORDER = "orderBy"


@dataclass(frozen=True, slots=True)
class Selection:
    """One field of a type, and the field nodes that select it under one response name."""

    parent: GraphQLObjectType
    group: Group

    @property
    def name(self) -> str:
        """Returns what the schema calls the field."""
        return self.group[0].node.name.value

    @property
    def key(self) -> str:
        """Returns under what name a row holds the field."""
        return key(self.definition, self.group[0].node)

    @property
    def definition(self) -> GraphQLField:
        """Returns the field as the schema declares it."""
        declared: GraphQLField = self.parent.fields[self.name]
        return declared

    @property
    def type(self) -> GraphQLNamedType:
        """Returns the type of the field's value, or of each where it has many."""
        return get_named_type(self.definition.type)

    @property
    def composite(self) -> Composite:
        """Returns the type of a field of which something is selected."""
        type_ = self.type
        assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType)
        return type_

    @property
    def file(self) -> queries.Query | None:
        """Returns the file that fetches the field, be it the type's own or its interface's."""
        for owner in (self.parent, *self.parent.interfaces):
            if found := queries.fragment(owner.name, self.name):
                return found
        return None

    @property
    def full_name(self) -> str:
        """Returns the field with the type that declares it first, such as `LineageNode.upstream`.

        It is one for all types that have it of an interface.
        """
        interfaces = [each for each in self.parent.interfaces if self.name in each.fields]
        interfaces.sort(key=lambda each: (len(each.interfaces), each.name))
        owner = interfaces[0] if interfaces else self.parent
        return f"{owner.name}.{self.name}"

    @property
    def is_property(self) -> bool:
        """Returns whether the field is read from its node, and not fetched."""
        return is_whole(self.definition) or (is_leaf_type(self.type) and self.file is None)

    @property
    def same(self) -> tuple[str, ...]:
        """Returns what is equal for types from which the same file fetches the same selections."""
        file = self.file
        places = (str(details.node.loc and details.node.loc.start) for details in self.group)
        return (file.name if file else "", *places)


def selections(type_: GraphQLObjectType, group: Group, collect: Collect) -> Iterator[Selection]:
    """Yields what is selected of an object, but for the name of its type."""
    for nodes in collect(type_, group).values():
        if not nodes[0].node.name.value.startswith("__"):
            yield Selection(type_, nodes)


def field_of(
    schema: GraphQLSchema, parent: GraphQLNamedType | None, name: str
) -> GraphQLField | None:
    """Returns what the schema declares of a field of a type, `__typename` too, if it does."""
    if not is_composite_type(parent):
        return None
    found: GraphQLField | None = schema.get_field(parent, name)
    return found


def key(definition: GraphQLField, node: FieldNode) -> str:
    """Returns under what name a row holds a field.

    A property has its own name. Where two selections of a field may differ (by arguments or by what
    is selected below) the field's place in the document tells them apart.
    """
    name = node.name.value
    if is_whole(definition) or (
        not definition.args and is_leaf_type(get_named_type(definition.type))
    ):
        return name
    assert node.loc is not None
    return f"{name}_{node.loc.start}"


def is_whole(definition: GraphQLField) -> bool:
    """Returns whether a field's value comes with its node, with all that is below it."""
    return "whole" in _metadata(definition)


def maker(definition: GraphQLField) -> Callable[[Any], Any] | None:
    """Returns what makes a field's value of what came with its node, if it is not that itself."""
    make: Callable[[Any], Any] | None = _metadata(definition).get("whole")
    return make


def _metadata(definition: GraphQLField) -> Any:
    declared = definition.extensions.get(DEFINITION)
    return {} if declared is None else declared.metadata


def is_connection(type_: object) -> bool:
    """Returns whether a type is a page of nodes with cursors."""
    return isinstance(type_, GraphQLObjectType) and type_.name.endswith("Connection")


def is_list(type_: GraphQLOutputType) -> bool:
    """Returns whether a field has many values."""
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return isinstance(inner, GraphQLList)
