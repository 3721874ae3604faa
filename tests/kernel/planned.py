"""Plans of documents, without a database."""

from typing import Any

from graphql import parse, validate
from graphql.execution.collect_fields import collect_fields
from graphql.execution.values import get_argument_values

from lineal.kernel.documents import Document
from lineal.kernel.engine import Engine
from lineal.kernel.executor import Executor
from lineal.kernel.plans import Plan
from lineal.kernel.selections import Group
from lineal.schema import schema

GRAPHQL = Engine(schema).graphql
assert GRAPHQL.query_type is not None
QUERY = GRAPHQL.query_type


def executor(text: str, **variables: Any) -> Executor:
    """Returns an executor of a valid document."""
    node = parse(text)
    assert validate(GRAPHQL, node) == []
    found = Executor.of(GRAPHQL, Document(node, tuple(variables)), variables)
    assert isinstance(found, Executor)
    return found


def plan(text: str, **variables: Any) -> Plan:
    """Returns the plan of the first root field of a document."""
    asked = executor(text, **variables)
    return asked.plan(QUERY, _first(asked))


def bind(found: Plan, text: str, **variables: Any) -> tuple[str, dict[str, Any]]:
    """Returns the Cypher and its parameters of the first root field of a document."""
    asked = executor(text, **variables)
    node = _first(asked)[0].node
    definition = QUERY.fields[node.name.value]
    arguments = get_argument_values(definition, node, asked.variable_values)
    return found.bind(asked.variable_values, arguments)


def _first(asked: Executor) -> Group:
    collected = collect_fields(
        GRAPHQL, asked.fragments, asked.variable_values, QUERY, asked.operation
    )
    return next(iter(collected.grouped_field_set.values()))


def statement(text: str, **variables: Any) -> str:
    """Returns the Cypher of the first root field of a document."""
    return plan(text, **variables).statement.text
