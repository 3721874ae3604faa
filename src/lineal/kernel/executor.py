"""Executes a document: gives each root field its plan, completes rows by projection."""

import inspect
import logging
from collections.abc import Mapping
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    NullValueNode,
    VariableNode,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from lineal.kernel.complete import Unfit
from lineal.kernel.documents import MOST_ERRORS, Document
from lineal.kernel.plans import Asked, Plan, Row, plan
from lineal.kernel.resolvers import read_key, type_name
from lineal.kernel.selections import ORDER, Group

log = logging.getLogger(__name__)

# How many plans are kept with a document.
PLANS = 64


class Executor(StrawberryGraphQLCoreExecutionContext):
    """One execution of a document's operation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._document: Document = kwargs.pop("prepared")
        super().__init__(*args, **kwargs)

    @classmethod
    def of(
        cls,
        schema: GraphQLSchema,
        document: Document,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
        context: Any = None,
        *,
        suggestions: bool = True,
    ) -> "Executor | list[GraphQLError]":
        """Returns what executes an operation, or what is wrong with its name or its variables."""
        built = cls.build(
            schema,
            document.node,
            None,
            context,
            dict(variables or {}),
            operation_name,
            read_key,
            type_name,
            max_coercion_errors=MOST_ERRORS,
            hide_suggestions=not suggestions,
            is_awaitable=inspect.isawaitable,  # type: ignore[arg-type]  # it tells more than is asked
            prepared=document,
        )
        assert isinstance(built, Executor | list)
        return built

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
                    found = self.plan(parent_type, field_details_list)
                except GraphQLError as error:
                    return_type = parent_type.fields[name].type
                    self.handle_field_error(error, return_type, field_details_list, path)
                    return None
                source = Asked(found, self.variable_values)
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

    def plan(self, parent: GraphQLObjectType, group: Group) -> Plan:
        """Returns the plan of a root field, or raises GraphQLError if that asks too much."""
        nodes = tuple(id(details.node) for details in group)
        coerced = self.variable_values.coerced
        switched = tuple(_switch(coerced.get(name)) for name in self._document.switches)
        plans = self._document.plans
        found = plans.get((nodes, switched))
        if found is None:
            if len(plans) >= PLANS:
                plans.clear()
            found = plans[nodes, switched] = plan(
                self.schema, parent, group, self.fields_of, self.is_ordered
            )
        return found

    def is_ordered(self, group: Group) -> bool:
        """Returns whether a list is asked for in another order than its own."""
        given = {each.name.value: each.value for each in group[0].node.arguments or ()}
        value = given.get(ORDER)
        if isinstance(value, VariableNode):
            return self.variable_values.coerced.get(value.name.value) is not None
        return value is not None and not isinstance(value, NullValueNode)


def _switch(value: Any) -> bool:
    """Returns what a plan depends on: a boolean itself, or whether there is anything."""
    return value if isinstance(value, bool) else value is not None
