"""How a root field of a document is fetched and completed: found out once, bound to each request.

A field's arguments become parameters in the function that declares it (`fields.fetched`).
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, GraphQLUnionType, get_named_type
from graphql.execution.values import VariableValues, get_argument_values

from lineal.kernel.arguments import declared
from lineal.kernel.compile import compile_field, compile_payload
from lineal.kernel.complete import Projection, Unfit, projection
from lineal.kernel.paging import another_list, list_mark
from lineal.kernel.selections import Collect, Group, Ordered, Selection
from lineal.kernel.statement import Call, Statement, parameters_of

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Plan:
    """What fetches one root field of one document, and what completes it if that is possible."""

    statement: Statement
    root: str
    project: Projection | None

    def bind(
        self, variables: VariableValues, arguments: Mapping[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """Returns the Cypher and its parameters for the variables of one request.

        `arguments` are those of the root field, which whoever executes it has already.
        """
        parameters = dict(self.statement.constants)
        for call in self.statement.calls:
            values = arguments if call.name == self.root else _arguments(call, variables)
            parameters[call.name] = parameters.get(call.name, {}) | _parameters(call, values)
        return self.statement.template.text(parameters), parameters


@dataclass(frozen=True, slots=True)
class Asked:
    """What a root field's resolver gets as its source: the plan, and what binds it."""

    plan: Plan
    variables: VariableValues

    def bind(self, arguments: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Returns the Cypher and its parameters for this request."""
        return self.plan.bind(self.variables, arguments)


@dataclass(frozen=True, slots=True)
class Row:
    """What the graph answered, and how it is completed."""

    value: Any
    plan: Plan


def plan(
    schema: GraphQLSchema,
    parent: GraphQLObjectType,
    group: Group,
    collect: Collect,
    ordered: Ordered,
) -> Plan:
    """Returns the plan of a root field, or raises GraphQLError if that asks too much."""
    root = Selection(parent, group)
    if parent is schema.query_type:
        statement = compile_field(schema, root, collect, ordered)
    else:
        payload = _success(root.definition)
        statement = compile_payload(schema, payload, group, collect, ordered)
    return Plan(statement, parameters_of(root), _projection(schema, root, collect))


def _projection(schema: GraphQLSchema, root: Selection, collect: Collect) -> Projection | None:
    try:
        return projection(schema, root.definition.type, root.group, collect)
    except (Unfit, SyntaxError, MemoryError, RecursionError) as why:
        # Python, too, has limits to what it nests.
        log.debug("no projection: %r", why)
        return None


def _success(definition: GraphQLField) -> GraphQLObjectType:
    """Returns the member of a mutation's result that is no refusal."""
    union = get_named_type(definition.type)
    assert isinstance(union, GraphQLUnionType)
    members: tuple[GraphQLObjectType, ...] = tuple(union.types)
    return next(type_ for type_ in members if type_.name.endswith("Success"))


def _arguments(call: Call, variables: VariableValues) -> dict[str, Any]:
    """Returns what a field is given."""
    return get_argument_values(
        call.field, call.details.node, variables, call.details.fragment_variable_values
    )


def _parameters(call: Call, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the Cypher parameters that a field's own function makes of its arguments."""
    make: Callable[..., dict[str, Any]] = declared(call.field)
    if "after" not in call.field.args:
        return make(**arguments)
    after = arguments.get("after")
    given = arguments if after is None else {**arguments, "after": after[1:]}
    parameters = make(**given)
    mark = list_mark(call.full_name, arguments)
    if after is not None and after[0] != mark:
        raise another_list()
    return parameters | {"list": mark}
