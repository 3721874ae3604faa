"""Plans of documents, without a database."""

from typing import Any

from graphql import parse, validate
from graphql.execution.collect_fields import collect_fields

from lineal.kernel.documents import Document
from lineal.kernel.engine import Engine
from lineal.kernel.executor import Executor
from lineal.kernel.plans import Plan
from lineal.schema import schema

GRAPHQL = Engine(schema).graphql


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
    assert GRAPHQL.query_type is not None
    collected = collect_fields(
        GRAPHQL, asked.fragments, asked.variable_values, GRAPHQL.query_type, asked.operation
    )
    group = next(iter(collected.grouped_field_set.values()))
    return asked.plan(GRAPHQL.query_type, group)


def statement(text: str, **variables: Any) -> str:
    """Returns the Cypher of the first root field of a document."""
    return plan(text, **variables).statement.text
