"""How many nodes an operation may return: the lengths of its lists, multiplied through nesting.

What a fragment may return is found out once. A list that is asked for by `first`, or by ids, is as
long as that; how long others are nobody knows before, and each counts as ASSUMED.
"""

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    type_from_ast,
)

from lineal.kernel.fields import LARGEST_PAGE
from lineal.kernel.selections import field_of, is_list, is_whole

ASSUMED = 3
# How many a field returns: of a page, and of things that are named one by one.
LENGTHS = ("first", "ids", "of", "versions")


def nodes(
    schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any] | None = None
) -> int:
    """Returns how many nodes the largest operation may return; without variables, with any."""
    operations = (
        each for each in document.definitions if isinstance(each, OperationDefinitionNode)
    )
    cost = _Cost(schema, document, variables)
    return max(map(cost.of, operations), default=0)


class _Cost:
    """Counts the nodes of the operations of a document that is valid."""

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any] | None
    ) -> None:
        self._schema = schema
        self._variables = variables
        self._known: dict[tuple[int, int], int] = {}
        self._fragments = {
            each.name.value: each
            for each in document.definitions
            if isinstance(each, FragmentDefinitionNode)
        }

    def of(self, operation: OperationDefinitionNode) -> int:
        """Returns how many nodes an operation may return."""
        root = self._schema.get_root_type(operation.operation)
        return self._of(operation.selection_set, root, ASSUMED)

    def _of(self, selected: SelectionSetNode, parent: GraphQLNamedType | None, length: int) -> int:
        """Returns how many nodes are selected of one object whose lists are so long."""
        key = id(selected), length
        if key not in self._known:
            each = (self._selection(each, parent, length) for each in selected.selections)
            self._known[key] = sum(each)
        return self._known[key]

    def _selection(self, node: Any, parent: GraphQLNamedType | None, length: int) -> int:
        if isinstance(node, FieldNode):
            return self._field(node, parent, length)
        spread = isinstance(node, FragmentSpreadNode)
        fragment = self._fragments[node.name.value] if spread else node
        on = fragment.type_condition
        type_ = type_from_ast(self._schema, on) if on else parent
        return self._of(fragment.selection_set, type_, length)

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None, length: int) -> int:
        definition = field_of(self._schema, parent, node.name.value)
        if definition is None or not node.selection_set or is_whole(definition):
            return 0
        asked = self._length(definition, node)
        type_ = get_named_type(definition.type)
        if is_list(definition.type):
            each = 1 + self._of(node.selection_set, type_, ASSUMED)
            return (length if asked is None else asked) * each
        return 1 + self._of(node.selection_set, type_, ASSUMED if asked is None else asked)

    def _length(self, definition: GraphQLField, node: FieldNode) -> int | None:
        """Returns how many are asked for, or None where that is not said."""
        given = {each.name.value: each.value for each in node.arguments or ()}
        for name in LENGTHS:
            if name in definition.args:
                value = given.get(name)
                if value is None:
                    return _measured(definition.args[name].default_value)
                return self._told(value)
        return None

    def _told(self, value: ValueNode) -> int:
        if isinstance(value, IntValueNode):
            return _measured(int(value.value))
        if isinstance(value, ListValueNode):
            return len(value.values)
        if isinstance(value, VariableNode) and self._variables is not None:
            return _measured(self._variables.get(value.name.value))
        return LARGEST_PAGE if isinstance(value, VariableNode) else 1


def _measured(value: Any) -> int:
    """Returns how many a value asks for: a number, or a list of names."""
    if isinstance(value, list | tuple):
        return len(value)
    return min(max(value, 0), LARGEST_PAGE) if isinstance(value, int) else 1
