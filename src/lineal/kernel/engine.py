"""Executes GraphQL: documents are prepared once, root fields are one statement, rows are projected.

`prepare` turns a Strawberry schema into one whose fields are read from rows: every field of `Query`
has the same resolver, and every other field but those of `Mutation` is plain data.
"""

import inspect
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard, cast

import strawberry
from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLUnionType,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    get_named_type,
    parse,
    validate,
    visit,
)
from graphql.execution.values import get_argument_values
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types.arguments import convert_arguments

from lineal.kernel import queries
from lineal.kernel.compile import (
    Group,
    Statement,
    compile_field,
    compile_payload,
    key,
)
from lineal.kernel.complete import Projection, Unfit, projection
from lineal.kernel.graph import GraphBug, GraphError
from lineal.kernel.refs import InvalidRef
from lineal.kernel.refusals import Refusal, problem

log = logging.getLogger(__name__)

DOCUMENTS = 1000
LARGEST_CACHED = 20_000
CACHED = 1_000_000
PLANS = 64

MASKED = "Something went wrong in Lineal; the request's id finds it in the log"


class MutationNotAllowed(Exception):
    """The operation is a mutation, and only queries were allowed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A response. Without execution (syntax, validation, variables) there are only errors."""

    data: dict[str, Any] | None
    errors: list[dict[str, Any]] | None
    executed: bool


@dataclass(slots=True)
class Plan:
    """How one root field of one document is fetched and completed, found out once."""

    statement: Statement
    schema: strawberry.Schema
    project: Projection | None

    def bind(self, executor: "GraphExecutor") -> tuple[str, dict[str, Any]]:
        """Returns the Cypher and its parameters for the arguments of one request."""
        parameters = dict(self.statement.constants)
        for call in self.statement.calls:
            values = arguments(self.schema, call.field, call.details, executor)
            parameters[call.name] = parameters.get(call.name, {}) | values
        return queries.inline(self.statement.text, parameters), parameters


@dataclass(slots=True)
class Document:
    """A document that is valid, and the plans made for it.

    Plans are kept by root field and by the values of the variables that @skip and @include read.
    """

    node: DocumentNode
    switches: tuple[str, ...]
    plans: dict[tuple[Any, ...], Plan] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """What the graph answered, and how it is completed."""

    value: Any
    plan: Plan


@dataclass(frozen=True, slots=True)
class Asked:
    """What a root field's resolver gets as its source: the plan, and what binds it."""

    plan: Plan
    executor: "GraphExecutor"

    def bind(self) -> tuple[str, dict[str, Any]]:
        """Returns the Cypher and its parameters for this request."""
        return self.plan.bind(self.executor)


def arguments(
    schema: strawberry.Schema, definition: GraphQLField, details: Any, executor: "GraphExecutor"
) -> dict[str, Any]:
    """Returns the Cypher parameters that a field's own function makes of its arguments."""
    values = get_argument_values(
        definition, details.node, executor.variable_values, details.fragment_variable_values
    )
    own = definition.extensions["strawberry-definition"]
    converted = convert_arguments(
        values, own.arguments, schema.schema_converter.scalar_registry, schema.config
    )
    return cast("dict[str, Any]", own.base_resolver.wrapped_func(**converted))


class GraphExecutor(StrawberryGraphQLCoreExecutionContext):
    """Plans root fields, and completes their rows by projection where that is possible."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._strawberry: strawberry.Schema = kwargs.pop("strawberry_schema")
        self._document: Document = kwargs.pop("prepared")
        super().__init__(*args, **kwargs)

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: Any,
        path: Any,
        position_context: Any,
    ) -> Any:
        if parent_type is self.schema.query_type or parent_type is self.schema.mutation_type:
            name = field_details_list[0].node.name.value
            if not name.startswith("__"):
                try:
                    source = Asked(self._plan(parent_type, field_details_list), self)
                except GraphQLError as error:
                    return_type = parent_type.fields[name].type
                    self.handle_field_error(error, return_type, field_details_list, path)
                    return None
        return super().execute_field(
            parent_type, source, field_details_list, path, position_context
        )

    def complete_value(
        self,
        return_type: Any,
        field_details_list: Any,
        info: GraphQLResolveInfo[Any],
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        if result.__class__ is Row:
            project = result.plan.project
            result = result.value
            if project is not None:
                try:
                    return project(result)
                except (Unfit, LookupError, TypeError, ValueError, GraphQLError) as why:
                    log.debug("completed generically: %r", why)
        if result.__class__ is dict and result.get("__typename", "") is None:
            result = None
        return super().complete_value(
            return_type, field_details_list, info, path, result, position_context
        )

    def fields_of(self, type_: GraphQLObjectType, group: Group) -> dict[str, Group]:
        """Returns the merged selection sets of a group on a type, by response name."""
        return dict(self.collect_subfields(type_, group).grouped_field_set)

    def _plan(self, parent: GraphQLObjectType, group: Group) -> Plan:
        nodes = tuple(id(details.node) for details in group)
        coerced = self.variable_values.coerced
        switched = tuple(coerced.get(name) for name in self._document.switches)
        plan = self._document.plans.get((nodes, switched))
        if plan is None:
            if len(self._document.plans) >= PLANS:
                self._document.plans.clear()
            plan = self._document.plans[nodes, switched] = self._compile(parent, group)
        return plan

    def _compile(self, parent: GraphQLObjectType, group: Group) -> Plan:
        definition = parent.fields[group[0].node.name.value]
        if parent is self.schema.query_type:
            statement = compile_field(self.schema, parent, group, self.fields_of)
        else:
            success = _success(definition)
            statement = compile_payload(self.schema, success, group, self.fields_of)
        try:
            project = projection(self.schema, definition.type, group, self.fields_of)
        except (Unfit, SyntaxError, MemoryError, RecursionError) as why:
            # Python, too, has limits to what it nests.
            log.debug("no projection: %r", why)
            project = None
        return Plan(statement, self._strawberry, project)


class Engine:
    """A schema that is ready to answer, and the documents that it was asked before."""

    def __init__(self, schema: strawberry.Schema) -> None:
        self.schema = schema
        self.graphql = prepare(schema._schema)
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._cached = 0

    async def execute(
        self,
        query: str,
        variables: Mapping[str, Any] | None,
        operation_name: str | None,
        context: Any,
        *,
        only_queries: bool = False,
    ) -> Outcome:
        """Returns the response to a document, or raises MutationNotAllowed."""
        prepared = self._prepare(query)
        if isinstance(prepared, list):
            return _refused(prepared, context)
        if only_queries and _is_mutation(prepared.node, operation_name):
            raise MutationNotAllowed
        executor = GraphExecutor.build(
            self.graphql,
            prepared.node,
            None,
            context,
            dict(variables or {}),
            operation_name,
            read_key,
            type_name,
            is_awaitable=_is_awaitable,
            strawberry_schema=self.schema,
            prepared=prepared,
        )
        if isinstance(executor, list):
            return _refused(executor, context)
        result = executor.execute_operation()
        if inspect.isawaitable(result):
            result = await cast("Awaitable[ExecutionResult]", result)
        assert isinstance(result, ExecutionResult)
        errors = [_formatted(error, context) for error in result.errors or ()]
        return Outcome(result.data, errors or None, executed=True)

    def _prepare(self, query: str) -> Document | list[GraphQLError]:
        """Returns the parsed and validated document, from the cache if it was asked before."""
        if known := self._documents.get(query):
            self._documents.move_to_end(query)
            return known
        try:
            node = parse(query)
        except GraphQLError as error:
            return [error]
        except RecursionError:
            return [GraphQLError("The document is nested too deeply")]
        if errors := validate(self.graphql, node):
            return errors
        document = Document(node, _switches(node))
        if len(query) <= LARGEST_CACHED:
            self._documents[query] = document
            self._cached += len(query)
            while len(self._documents) > DOCUMENTS or self._cached > CACHED:
                dropped, _ = self._documents.popitem(last=False)
                self._cached -= len(dropped)
        return document


def prepare(schema: GraphQLSchema) -> GraphQLSchema:
    """Returns the same schema, whose fields are read from rows now, but for its mutations."""
    for type_ in schema.type_map.values():
        if type_.name.startswith("__"):
            continue
        if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
            type_.resolve_type = None
        if isinstance(type_, GraphQLObjectType) and type_ is not schema.mutation_type:
            type_.is_type_of = None
            for definition in type_.fields.values():
                definition.resolve = answer if type_ is schema.query_type else None
    return schema


async def answer(asked: Asked, info: GraphQLResolveInfo[Any], **_: Any) -> Row:
    """Resolves any root field of a query: one statement, one record."""
    text, parameters = asked.bind()
    value = await info.context.graph.read(text, parameters, info.context.bookmarks)
    if problems := _problems(value):
        raise problem(problems[0])
    return Row(value, asked.plan)


def _problems(value: Any) -> Any:
    """Returns the problems that a statement answered with instead, in a list's only row or bare."""
    first = value[0] if value.__class__ is list and value else value
    return first.get("problems") if first.__class__ is dict else None


def read_key(source: Any, info: GraphQLResolveInfo[Any], **_: Any) -> Any:
    """Resolves a field of plain data."""
    definition = info.parent_type.fields[info.field_name]
    return source[key(definition, info.field_nodes[0])]


def type_name(value: Any, *_: Any) -> str:
    """Returns the name of the type that a row of an interface or a union says it has."""
    return str(value["__typename"])


def _is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    return inspect.isawaitable(value)


def _success(definition: GraphQLField) -> GraphQLObjectType:
    """Returns the member of a mutation's result that is no refusal."""
    union = get_named_type(definition.type)
    assert isinstance(union, GraphQLUnionType)
    members: tuple[GraphQLObjectType, ...] = tuple(union.types)
    return next(type_ for type_ in members if type_.name.endswith("Success"))


def _switches(document: DocumentNode) -> tuple[str, ...]:
    """Returns the names of the variables that decide what is selected."""
    names: set[str] = set()

    class Directives(Visitor):
        def enter_directive(self, node: Any, *_: Any) -> None:
            for argument in node.arguments:
                if isinstance(argument.value, VariableNode):
                    names.add(argument.value.name.value)

    visit(document, Directives())
    return tuple(sorted(names))


def _is_mutation(document: DocumentNode, operation_name: str | None) -> bool:
    operations = (
        each for each in document.definitions if isinstance(each, OperationDefinitionNode)
    )
    return any(
        each.operation is not OperationType.QUERY
        for each in operations
        if operation_name is None or (each.name and each.name.value == operation_name)
    )


def _refused(errors: list[GraphQLError], context: Any) -> Outcome:
    coded = [_coded(error, "INVALID_DOCUMENT", context) for error in errors]
    return Outcome(None, coded, executed=False)


def _coded(error: GraphQLError, code: str, context: Any) -> dict[str, Any]:
    """Returns an error as it is, with a code if it has none, and the request's id."""
    formatted = dict(error.formatted)
    extensions = {"code": code, "requestId": getattr(context, "request_id", "")}
    return formatted | {"extensions": extensions | (error.extensions or {})}


def _formatted(error: GraphQLError, context: Any) -> dict[str, Any]:
    """Returns an error as the client sees it: what it may know, and a code; no more of a bug."""
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError):
        return _coded(error, "INVALID_VALUE", context)
    request_id = getattr(context, "request_id", "")
    if isinstance(cause, GraphError) and not isinstance(cause, GraphBug):
        message, code = str(cause), cause.code
    elif isinstance(cause, InvalidRef):
        message, code = str(cause), "INVALID_REF"
    elif isinstance(cause, Refusal):
        message, code = cause.message, cause.code
    else:
        log.error("request %s failed", request_id, exc_info=cause)
        message, code = MASKED, "INTERNAL"
    return _coded(error, code, context) | {"message": message}
