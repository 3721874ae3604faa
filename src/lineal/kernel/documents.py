"""Documents, parsed and validated once, and kept with the plans that were made for them."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    parse,
    validate,
    visit,
)

from lineal.kernel.plans import Plan
from lineal.kernel.selections import ORDER

# How many documents are kept, and how many characters of them, in one and in all.
DOCUMENTS = 1000
LARGEST = 20_000
CHARACTERS = 1_000_000


@dataclass(slots=True)
class Document:
    """A document that is valid, and the plans made for it.

    Plans are kept by root field and by its `switches`: the variables that @skip and @include read,
    by their values, and those of orders, by whether they are given.
    """

    node: DocumentNode
    switches: tuple[str, ...]
    plans: dict[tuple[Any, ...], Plan] = field(default_factory=dict)

    def mutates(self, operation_name: str | None) -> bool:
        """Returns whether the operation that is asked for is anything but a query."""
        return any(
            each.operation is not OperationType.QUERY
            for each in self.node.definitions
            if isinstance(each, OperationDefinitionNode)
            and (operation_name is None or (each.name and each.name.value == operation_name))
        )


class Documents:
    """The documents of a schema, of which those that were asked for last are kept."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._characters = 0

    def prepare(self, text: str) -> Document | list[GraphQLError]:
        """Returns the document that a text is, or why it is none."""
        if known := self._kept.get(text):
            self._kept.move_to_end(text)
            return known
        try:
            node = parse(text)
        except GraphQLError as error:
            return [error]
        except RecursionError:
            return [GraphQLError("The document is nested too deeply")]
        if errors := validate(self._schema, node):
            return errors
        document = Document(node, _switches(node))
        if len(text) <= LARGEST:
            self._keep(text, document)
        return document

    def _keep(self, text: str, document: Document) -> None:
        self._kept[text] = document
        self._characters += len(text)
        while len(self._kept) > DOCUMENTS or self._characters > CHARACTERS:
            dropped, _ = self._kept.popitem(last=False)
            self._characters -= len(dropped)


def _switches(document: DocumentNode) -> tuple[str, ...]:
    """Returns the names of the variables that decide what is selected, and if in another order."""
    names: set[str] = set()

    def add(node: ArgumentNode) -> None:
        if isinstance(node.value, VariableNode):
            names.add(node.value.name.value)

    class Arguments(Visitor):
        def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
            for argument in node.arguments or ():
                add(argument)

        def enter_field(self, node: FieldNode, *_: Any) -> None:
            for argument in node.arguments or ():
                if argument.name.value == ORDER:
                    add(argument)

    visit(document, Arguments())
    return tuple(sorted(names))
