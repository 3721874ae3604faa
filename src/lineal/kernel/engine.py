"""Answers GraphQL: a document is prepared once, a root field is one statement, rows are projected.

The way of a request: `documents` parses, refuses what exceeds `limits`, validates and remembers;
`executor` asks `plans` for that of each root field; `resolvers` fetch; `complete` completes;
`errors` says what went wrong.
"""

import inspect
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import strawberry
from graphql import ExecutionResult, GraphQLError

from lineal.kernel import cost, errors
from lineal.kernel.documents import Document, Documents, Public
from lineal.kernel.executor import Executor
from lineal.kernel.limits import LimitExceeded, Limits
from lineal.kernel.resolvers import read_from_rows


class MutationNotAllowed(Exception):
    """The operation is a mutation, and only queries were allowed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A response. Without execution (syntax, validation, variables) there are only errors."""

    data: dict[str, Any] | None
    errors: list[dict[str, Any]] | None
    executed: bool


class Engine:
    """A schema that is ready to answer, and the documents that it was asked before."""

    def __init__(
        self,
        schema: strawberry.Schema,
        limits: Limits | None = None,
        public: Public | None = None,
    ) -> None:
        self.graphql = read_from_rows(schema._schema)
        self._limits = limits or Limits()
        self._documents = Documents(self.graphql, self._limits, public)

    def problem(self, query: str) -> str | None:
        """Returns what is wrong with a document, if something is."""
        document = self._documents.prepare(query)
        return document[0].message if isinstance(document, list) else None

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
        document = self._documents.prepare(query)
        if isinstance(document, list):
            return _refused(document, context)
        if only_queries and document.mutates(operation_name):
            raise MutationNotAllowed
        executor = Executor.of(
            self.graphql,
            document,
            variables,
            operation_name,
            context,
            suggestions=self._documents.public.suggestions,
        )
        if isinstance(executor, list):
            return _refused(executor, context)
        if self._asks_too_much(document, executor):
            return _refused([LimitExceeded("nodes", self._limits.nodes)], context)
        result = executor.execute_operation()
        if inspect.isawaitable(result):
            result = await cast("Awaitable[ExecutionResult]", result)
        assert isinstance(result, ExecutionResult)
        found = [errors.of_field(error, context.request_id) for error in result.errors or ()]
        return Outcome(result.data, found or None, executed=True)

    def _asks_too_much(self, document: Document, executor: Executor) -> bool:
        """Returns whether a document may return too many nodes with the variables it is given."""
        most = self._limits.nodes
        if document.nodes <= most:
            return False
        return cost.nodes(self.graphql, document.node, executor.variable_values.coerced) > most


def _refused(found: list[GraphQLError], context: Any) -> Outcome:
    coded = [errors.of_document(error, context.request_id) for error in found]
    return Outcome(None, coded, executed=False)
