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
    specified_rules,
    validate,
    visit,
)
from graphql.validation import NoSchemaIntrospectionCustomRule as NoIntrospection
from graphql.validation import OverlappingFieldsCanBeMergedRule

from lineal.kernel import cost
from lineal.kernel.limits import LimitExceeded, Limits, exceeded
from lineal.kernel.merging import MergingRule
from lineal.kernel.plans import Plan
from lineal.kernel.selections import ORDER

# How many documents are kept, and how many characters of them, in one and in all.
DOCUMENTS = 1000
LARGEST = 20_000
CHARACTERS = 1_000_000

# How much is told that is wrong with a document; more than one can mend at once is noise.
MOST_ERRORS = 5

# The specification's rules, of which one takes too long as it is written.
RULES = tuple(
    MergingRule if rule is OverlappingFieldsCanBeMergedRule else rule for rule in specified_rules
)


@dataclass(frozen=True, slots=True)
class Public:
    """What strangers may learn of the schema: all that it is, or what names they may have meant."""

    introspection: bool = True
    suggestions: bool = True


@dataclass(slots=True)
class Document:
    """A document that is valid, and the plans made for it.

    Plans are kept by root field and by its `switches`: the variables that @skip and @include read,
    by their values, and those of orders, by whether they are given.
    """

    node: DocumentNode
    switches: tuple[str, ...]
    # How many nodes it may return, whatever its variables are.
    nodes: int = 0
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

    def __init__(self, schema: GraphQLSchema, limits: Limits, public: Public | None = None) -> None:
        self._schema = schema
        self._limits = limits
        self.public = public or Public()
        self._rules = RULES if self.public.introspection else (*RULES, NoIntrospection)
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._characters = 0

    def prepare(self, text: str) -> Document | list[GraphQLError]:
        """Returns the document that a text is, or why it is none."""
        if known := self._kept.get(text):
            self._kept.move_to_end(text)
            return known
        node = self._parse(text)
        if isinstance(node, GraphQLError):
            return [node]
        if error := exceeded(self._limits, node):
            return [error]
        if errors := self._validate(node):
            return errors
        document = Document(node, _switches(node), cost.nodes(self._schema, node))
        if len(text) <= LARGEST:
            self._keep(text, document)
        return document

    def _validate(self, node: DocumentNode) -> list[GraphQLError]:
        return validate(
            self._schema,
            node,
            self._rules,
            max_errors=MOST_ERRORS,
            hide_suggestions=not self.public.suggestions,
        )

    def _parse(self, text: str) -> DocumentNode | GraphQLError:
        most = self._limits.tokens
        try:
            return parse(text, max_lexical_tokens=most)
        except GraphQLError as error:
            too_long = f"more than {most} tokens" in error.message
            return LimitExceeded("tokens", most) if too_long else error
        except RecursionError:
            return GraphQLError("The document is nested too deeply")

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
